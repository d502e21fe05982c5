"""What every answer of the console carries: nothing is stored, framed, sniffed, or loaded from elsewhere.

OWASP ASVS 5.0: 3.4.1 (HSTS), 3.4.3 (CSP), 3.4.4 (nosniff), 3.4.5 (Referrer-Policy), 3.4.6 (frame-ancestors),
14.3.2 (no-store).
"""

CONTENT_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
_ALWAYS = {
    "Content-Security-Policy": CONTENT_POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "X-Robots-Tag": "noindex",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
NOT_KEPT = {"Cache-Control": "no-store"}
KEPT = {"Cache-Control": "public, max-age=31536000, immutable"}
_TLS_ONLY = {"Strict-Transport-Security": "max-age=31536000; includeSubDomains"}


def headers_for(*, secure: bool, keep: bool = False) -> dict[str, str]:
    """The headers of an answer; only our own style and icon may be kept by a browser."""
    return _ALWAYS | (KEPT if keep else NOT_KEPT) | (_TLS_ONLY if secure else {})
