"""Certificates for the faults of TLS, made when needed and thrown away after."""
import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path

KINDS = ("good", "self-signed", "expired", "not-yet", "wrong-host", "unknown-ca")


def make(folder, addresses):
    """Fills a folder with `KIND.pem` (key and chain) and `ca.pem`, the one authority to be trusted."""
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("ca", "stranger"):
        openssl("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "30", "-subj", f"/CN=Test {name}",
                "-addext", "basicConstraints=critical,CA:TRUE", "-addext", "keyUsage=critical,keyCertSign,cRLSign",
                "-keyout", folder / f"{name}.key", "-out", folder / f"{name}.pem")
    openssl("req", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=law.test", "-keyout", folder / "site.key", "-out", folder / "site.csr")
    here = ",".join(f"IP:{address}" for address in addresses)
    now = datetime.now(UTC)
    spans = {"expired": (now - timedelta(days=400), now - timedelta(days=30)), "not-yet": (now + timedelta(days=300), now + timedelta(days=400))}
    for kind in KINDS:
        names = "DNS:elsewhere.test,IP:127.9.9.9" if kind == "wrong-host" else here
        start, end = spans.get(kind, (now - timedelta(days=1), now + timedelta(days=30)))
        authority = {"self-signed": None, "unknown-ca": "stranger"}.get(kind, "ca")
        sign(folder, kind, names, authority, start, end)
        key, chain = (folder / "site.key").read_text(), (folder / f"{kind}.crt").read_text()
        (folder / f"{kind}.pem").write_text(key + chain)
    return folder / "ca.pem"


def sign(folder, kind, names, authority, start, end):
    """One certificate over the key of all sites."""
    work = folder / f"{kind}.ca"
    work.mkdir(exist_ok=True)
    (work / "index.txt").write_text("")
    (work / "serial").write_text("1000\n")
    (work / "config").write_text(
        "[ca]\ndefault_ca=here\n[here]\n"
        f"dir={work}\nnew_certs_dir={work}\ndatabase={work}/index.txt\nserial={work}/serial\ndefault_md=sha256\n"
        "policy=any\nx509_extensions=leaf\nunique_subject=no\n[any]\ncommonName=supplied\n"
        f"[leaf]\nbasicConstraints=CA:FALSE\nsubjectAltName={names}\nextendedKeyUsage=serverAuth\n")
    signer = ["-cert", folder / f"{authority}.pem", "-keyfile", folder / f"{authority}.key"] if authority else [
        "-selfsign", "-keyfile", folder / "site.key"]
    openssl("ca", "-batch", "-notext", "-config", work / "config", "-in", folder / "site.csr", "-out", folder / f"{kind}.crt",
            "-startdate", stamp(start), "-enddate", stamp(end), *signer)


def stamp(moment):
    return moment.strftime("%Y%m%d%H%M%SZ")


def openssl(*arguments):
    done = subprocess.run(["openssl", *map(str, arguments)], capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"openssl {arguments[0]}: {done.stderr.strip().splitlines()[-1:]}")
