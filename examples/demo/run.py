"""`make demo`: the sample article checked against a small web and a real Wayback server, both on loopback."""

import asyncio
import shutil
import sys
import tempfile
from pathlib import Path

import trustme

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from examples.demo import wayback, web  # noqa: E402


async def run(folder: Path, report: str) -> int:
    """The exit code of `cite check` over the demonstration."""
    import ssl

    shutil.copy(ROOT / "examples" / "article.md", folder)
    authority = trustme.CA()
    authority.cert_pem.write_to_path(folder / "ca.pem")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(*web.hosts()).configure_cert(context)
    with wayback.serving(folder, web.ARCHIVE) as base:
        (folder / "cite.toml").write_text(
            f'[archives]\nonly = ["demo"]\n[archives.demo]\nkind = "pywb"\nbase = "{base}"\n'
            'title = "Demonstration archive"\n',
            "utf-8",
        )
        async with web.serving(context) as (plain, secure):
            command = [
                sys.executable, "-m", "cite", "check", "article.md", "--report", report,
                "--cache", "cache", "--ca", "ca.pem", "--allow-net", "127.0.0.0/8", "--demonstration",
                "--timeout", "2", "--retries", "1", "--interval", "0.05",
                "--connect-to", f":80:127.0.0.1:{plain}", "--connect-to", f":443:127.0.0.1:{secure}",
            ]  # fmt: skip
            process = await asyncio.create_subprocess_exec(*command, cwd=folder)
            return await process.wait()


def main() -> int:
    """Exit code 0 where the demonstration ran to its end, whatever it found."""
    report = Path(sys.argv[1] if len(sys.argv) > 1 else "demo-report.html").resolve()
    print("Starting a small web and a Wayback server on loopback …", file=sys.stderr)
    with tempfile.TemporaryDirectory(prefix="cite-demo-") as folder:
        code = asyncio.run(run(Path(folder), str(report)))
    print(f"\nA demonstration: nothing here says anything about the real sites.\nReport: {report}")
    return 0 if code in (0, 1) else code


if __name__ == "__main__":
    sys.exit(main())
