r"""The little language of the rules, and its translation into regular expressions over code characters.

    want            the word itself             {die}        any word of the class
    to|2|{adv}      one of these words          word?        may be missing
    for_good        these words in a row        <name>       the macro of that name
    ( a b / c )     one of these phrases        ( ... )?     may be missing
    ~3              up to three words, but no new subject, negation or conjunction
    -3              the same, and no relative named
    &me             the word itself, and no comma before it
    =3              up to three words of any kind
    *3              the same, commas among them
    +3              up to three words or marks of any kind: the clause may end between
    ;               a new sentence may begin here
    ^ and $         beginning and end of a clause; $ may stand among words
    !a|{b}          the next word is not        <!a|{b}      the word before is not

A comma may stand between any two words of a rule, a stronger mark may not. A line that begins with "? " is a doubtful
one, with "! " a certain one; the rulebook takes that mark off before the line comes here.
"""

import re
from collections.abc import Callable, Iterator, Mapping

from flows.understand.safety.vocabulary import Vocabulary

Spell = Callable[[str], tuple[str, ...]]

_MARKS = ".,?"
_MACRO = re.compile(r"<([a-z_]+)>(\??)")
_NEEDLESS = re.compile(r"(?<!\S)\( (\S+) \)(\??)(?!\S)")
_OPEN, _CLOSE, _CLOSE_OPTIONAL, _OR = "(", ")", ")?", "/"
_END, _AT_BEGINNING, _AT_END = "$", f"(?<![^{_MARKS}])", f"(?![^{_MARKS}])"
_BARRED = {"~": ("{stop}",), "-": ("{stop}", "{relation}"), "=": (), "*": ()}
_ACROSS, _HARD_MARKS = "+", ".?"
_NO_WORDS = frozenset("()/~=*-+^$;")


class PatternError(ValueError):
    """A rule line that is not of the language; the text shows the line."""


def expand(line: str, macros: Mapping[str, str]) -> str:
    """`line` with its macros written out and needless brackets gone; a macro may use macros."""
    while (match := _MACRO.search(line)) is not None:
        line = f"{line[: match.start()]} ( {macros[match[1]]} ){match[2]} {line[match.end() :]}"
    return _NEEDLESS.sub(_bare, " ".join(line.split()))


def _bare(match: re.Match[str]) -> str:
    item = match[1]
    return match[0] if item[0] in "<!~=*-+^$;" or item.endswith("?") else item + match[2]


def literals(line: str, spell: Spell) -> Iterator[str]:
    """The plain words that an expanded line names, as `spell` spells them."""
    for item in set(line.split()):
        if item[0] not in _NO_WORDS:
            for name in item.lstrip("<!&").removesuffix("?").split("|"):
                yield from () if name.startswith(("{", _END)) else row(name, spell)


def row(name: str, spell: Spell) -> list[str]:
    """The words of a name: one, or several tied by low lines."""
    return [word for typed in name.split("_") for word in spell(typed)] if "_" in name else list(spell(name))


class Translator:
    """Translates lines for one vocabulary; what lines have in common is translated once."""

    def __init__(self, vocabulary: Vocabulary, spell: Spell, weight: Mapping[str, int]) -> None:
        self._chars = vocabulary.classes
        self._denials = vocabulary.classes["{denial}"]
        self._spell = spell
        self._weight = weight
        self._needed: dict[str, frozenset[str]] = {}

    def anchors(self, line: str) -> frozenset[str]:
        """The lightest set of words of which the line needs one; empty where it needs none."""
        try:
            return self._anchors([*line.split(), _CLOSE], 0)[0]
        except (KeyError, IndexError) as error:
            raise PatternError(f"{error} in: {line}") from error

    def _anchors(self, items: list[str], at: int) -> tuple[frozenset[str], int]:
        """What the phrases up to the closing bracket need, one of them or another, and the place after it."""
        phrases: list[frozenset[str]] = [frozenset()]
        while True:
            item, needed = items[at], frozenset[str]()
            at += 1
            if item == _OPEN:
                needed, at = self._anchors(items, at)
                if items[at - 1] == _CLOSE_OPTIONAL:
                    needed = frozenset()
            elif item == _OR:
                phrases.append(frozenset())
            elif item in (_CLOSE, _CLOSE_OPTIONAL):
                return (frozenset().union(*phrases) if all(phrases) else frozenset()), at
            elif item[0] not in "()/~=*-+^$;<!" and not item.endswith("?"):
                needed = self.needed(item)
            if needed and (not phrases[-1] or self._load(needed) < self._load(phrases[-1])):
                phrases[-1] = needed

    def needed(self, item: str) -> frozenset[str]:
        """The words of which one must be there because of the item."""
        if item not in self._needed:
            names = item.lstrip("&").split("|")
            rows = [] if _END in names else [self._row(name) for name in names]
            self._needed[item] = frozenset[str]().union(
                *(min((self._chars[word] for word in words), key=self._load) for words in rows)
            )
        return self._needed[item]

    def source(self, line: str) -> str:
        """The regular expression of the expanded `line`.

        Raises:
            PatternError: a class nobody defined, or brackets that do not pair.
        """
        items = [*line.split(), _CLOSE]
        try:
            body, at = self._choice(items, 0)
        except (KeyError, IndexError) as error:
            raise PatternError(f"{error} in: {line}") from error
        if at != len(items):
            raise PatternError(f"a bracket too many in: {line}")
        return body

    def says_no(self, line: str) -> bool:
        """Whether the line names a negation itself: "do not want to live"."""
        named = (self._chars[word] for word in literals(line, self._spell))
        return "{neg" in line or any(not self._denials.isdisjoint(chars) for chars in named)

    def _choice(self, items: list[str], at: int) -> tuple[str, int]:
        """The expression of the phrases up to the closing bracket, and the place after it."""
        bodies = []
        while True:
            body = ""
            while items[at] not in (_OR, _CLOSE, _CLOSE_OPTIONAL):
                if items[at] == _OPEN:
                    inner, at = self._choice(items, at + 1)
                    body += f"(?:{inner})" + ("?" if items[at - 1] == _CLOSE_OPTIONAL else "")
                else:
                    body += self._item(items[at])
                    at += 1
            bodies.append(body)
            at += 1
            if items[at - 1] != _OR:
                return "|".join(bodies), at

    def _item(self, item: str) -> str:
        if item in "^$;":
            return {"^": _AT_BEGINNING, "$": _AT_END, ";": f"[{_MARKS}]{{0,2}}"}[item]
        if item[0] == _ACROSS:
            return f".{{0,{int(item[1:])}}}"
        if item[0] in _BARRED:
            marks = _HARD_MARKS if item[0] == "*" else _MARKS
            return f"[^{marks}{self._single(_BARRED[item[0]])}]{{0,{int(item[1:])}}},?"
        if item.startswith("<!"):
            return f"(?<![{self._single([self._row(name)[-1] for name in item[2:].split('|')])}])"
        if item.startswith("!"):
            return f"(?!{self._either(item[1:])})"
        if item.startswith("&"):
            return "(?<!,)" + self._either(item[1:])
        return self._either(item.removesuffix("?")) + ("?" if item.endswith("?") else "")

    def _either(self, names: str) -> str:
        """One of several words, or of several rows of words, or the end of the clause."""
        rows = [self._row(name) for name in names.split("|") if name != _END]
        single = [words[0] for words in rows if len(words) == 1]
        bodies = [f"[{self._single(single)}],?"] if single else []
        bodies += ["".join(f"{self._single([word])},?" for word in words) for words in rows if len(words) > 1]
        bodies += [_AT_END] if _END in names.split("|") else []
        return f"(?:{'|'.join(bodies)})"

    def _row(self, name: str) -> list[str]:
        return [name] if name.startswith("{") else row(name, self._spell)

    def _single(self, names: list[str] | tuple[str, ...]) -> str:
        return "".join(sorted(frozenset[str]().union(*(self._chars[name] for name in names))))

    def _load(self, chars: frozenset[str]) -> int:
        """How much of everyday text has one of `chars`."""
        return len(chars) + sum(self._weight[char] for char in chars if char in self._weight)


class Pattern:
    """One rule line; a text without any of the `anchors` cannot match it. Compiled when it is first needed."""

    __slots__ = ("_expression", "_line", "_translator", "anchors", "says_no")

    def __init__(self, line: str, translator: Translator) -> None:
        self.anchors = translator.anchors(line)
        self.says_no = False
        self._line = line
        self._translator = translator
        self._expression: re.Pattern[str] | None = None

    def compile(self) -> re.Pattern[str]:
        """The line as a regular expression whose only group is what it matches.

        Raises:
            PatternError: the line is not of the language.
        """
        self.says_no = self._translator.says_no(self._line)
        return re.compile(f"(?=({self._translator.source(self._line)}))")

    def spans(self, codes: str) -> list[tuple[int, int]]:
        """Where the line matches the coded message: at most one span from each word, and they may overlap."""
        if self._expression is None:
            self._expression = self.compile()
        return [match.span(1) for match in self._expression.finditer(codes)]
