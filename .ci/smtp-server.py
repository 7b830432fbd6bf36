#!/usr/bin/python3
"""A real mail server for the tests, by Debian's python3-aiosmtpd. Usage: smtp-server.py FOLDER

Listens on four free ports of this machine: plain text; STARTTLS with AUTH PLAIN only; STARTTLS with AUTH LOGIN only; TLS from the
first byte. What it takes goes into FOLDER/new. FOLDER/environment, written when all four listen, says to the tests where they are.
"""
import asyncio, email.utils, itertools, os, pathlib, shlex, ssl, subprocess, sys

from aiosmtpd.smtp import SMTP, AuthResult

USER, PASSWORD = b"faspay", b"s3cret"
LARGEST = 200_000


class Keep:
    """Takes mails, and refuses what the tests need refused."""

    def __init__(self, folder):
        self.folder, self.numbers = folder, itertools.count(1)

    async def handle_MAIL(self, server, session, envelope, address, options):
        if address.startswith("forged@"):
            return "553 5.7.1 You may not send as this address"
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("nobody@"):
            return "550 5.1.1 No such user here"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        # "with", as RFC 3848 names it: S for TLS, A for a sign-in.
        tls = session.ssl or server.transport.get_extra_info("ssl_object")
        way = "ESMTP" + ("S" if tls else "") + ("A" if session.authenticated else "")
        received = f"Received: from {session.host_name} by localhost with {way}; {email.utils.formatdate()}\r\n"
        name = f"{next(self.numbers):06}.eml"
        (self.folder / "tmp" / name).write_bytes(received.encode() + envelope.content)
        os.rename(self.folder / "tmp" / name, self.folder / "new" / name)
        return "250 OK"


def signs_in(server, session, envelope, mechanism, login):
    right = (login.login, login.password) == (USER, PASSWORD)
    return AuthResult(success=right, auth_data=login if right else None, handled=False)


def certificate(folder):
    """An authority and a certificate for localhost that it signed, and for no other name of this machine."""

    def openssl(*arguments):
        subprocess.run(["openssl", *arguments], cwd=folder, check=True, capture_output=True)

    new = ("-newkey", "rsa:2048", "-nodes", "-days", "2")
    openssl("req", "-x509", *new, "-subj", "/CN=Test authority", "-keyout", "ca.key", "-out", "ca.pem")
    openssl("req", "-x509", *new, "-CA", "ca.pem", "-CAkey", "ca.key", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost",
            "-addext", "basicConstraints=critical,CA:FALSE", "-keyout", "server.key", "-out", "server.pem")
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(folder / "server.pem", folder / "server.key")
    return context


async def main(folder):
    for part in ("tmp", "new"):
        (folder / part).mkdir(parents=True, exist_ok=True)
    tls, keep, loop = certificate(folder), Keep(folder), asyncio.get_running_loop()
    sign_in = {"auth_required": True, "authenticator": signs_in}

    async def listen(implicit=None, **how):
        made = lambda: SMTP(keep, loop=loop, hostname="localhost", data_size_limit=LARGEST, **how)
        server = await loop.create_server(made, "127.0.0.1", 0, ssl=implicit)
        return f"localhost:{server.sockets[0].getsockname()[1]}"

    starttls = {"tls_context": tls, "require_starttls": True, **sign_in}
    told = {
        "FASPAY_TEST_SMTP": await listen(),
        "FASPAY_TEST_SMTP_STARTTLS_PLAIN": await listen(auth_exclude_mechanism=["LOGIN"], **starttls),
        "FASPAY_TEST_SMTP_STARTTLS_LOGIN": await listen(auth_exclude_mechanism=["PLAIN"], **starttls),
        "FASPAY_TEST_SMTP_IMPLICIT": await listen(implicit=tls, auth_require_tls=False, **sign_in),
        "FASPAY_TEST_SMTP_CA": folder / "ca.pem",
        "FASPAY_TEST_SMTP_DIR": folder / "new",
    }
    lines = "".join(f"export {name}={shlex.quote(str(value))}\n" for name, value in told.items())
    (folder / "tmp" / "environment").write_text(lines)
    os.rename(folder / "tmp" / "environment", folder / "environment")
    await asyncio.Event().wait()


asyncio.run(main(pathlib.Path(sys.argv[1]).resolve()))
