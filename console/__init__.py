"""Staff web edge: server-rendered pages."""
