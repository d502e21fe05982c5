"""Why a command cannot go on, in one line for the operator."""


class Stop(Exception):
    """The command ends with this line and a non-zero exit code; never with a traceback."""
