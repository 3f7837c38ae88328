"""The wheel and the source distribution for Python's package index.

Source: "Binary distribution format", "Core metadata specifications" and "Source distribution format" of the Python
Packaging User Guide; platform tags by PEP 600 (manylinux) and PEP 656 (musllinux).
"""

import base64
import hashlib

from archive import Entry, file, tar_gz, zip_file
from project import HOME, KEYWORDS, LICENSE, NAME, ROOT, SUMMARY, machine, moment, sources, version


def metadata() -> bytes:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    lines = [
        "Metadata-Version: 2.4",
        f"Name: {NAME}",
        f"Version: {version()}",
        f"Summary: {SUMMARY}",
        f"Keywords: {','.join(KEYWORDS)}",
        f"Project-URL: Homepage, {HOME}",
        f"License-Expression: {LICENSE}",
        "License-File: LICENSE",
        "Classifier: Environment :: Console",
        "Classifier: Topic :: Software Development :: Quality Assurance",
        "Requires-Python: >=3.8",
        "Description-Content-Type: text/markdown",
    ]
    return ("\n".join(lines) + "\n\n" + readme).encode()


def tags() -> list[str]:
    """A static executable needs no floor of glibc or musl; these are the lowest that installers know."""
    return [f"py3-none-{system}_{machine()}" for system in ("manylinux_2_17", "manylinux2014", "musllinux_1_1")]


def wheel_name() -> str:
    systems = ".".join(tag.removeprefix("py3-none-") for tag in tags())
    return f"{NAME}-{version()}-py3-none-{systems}.whl"


def wheel(executable: bytes) -> bytes:
    about = f"{NAME}-{version()}.dist-info"
    entries = [
        Entry(f"{NAME}-{version()}.data/scripts/{NAME}", executable, 0o755),
        file(f"{about}/licenses/LICENSE", ROOT / "LICENSE"),
    ]
    return pack(about, entries, metadata(), tags(), is_pure=False)


def pack(about: str, entries: list[Entry], metadata: bytes, tags: list[str], is_pure: bool) -> bytes:
    """A wheel of these files, with all that has to be said about them in the folder `about`."""
    head = ["Wheel-Version: 1.0", f"Generator: {NAME} packaging", f"Root-Is-Purelib: {str(is_pure).lower()}"]
    head += [f"Tag: {tag}" for tag in tags]
    entries = entries + [Entry(f"{about}/METADATA", metadata), Entry(f"{about}/WHEEL", ("\n".join(head) + "\n").encode())]
    record = "".join(f"{entry.name},sha256={_digest(entry.data)},{len(entry.data)}\n" for entry in entries)
    return zip_file(entries + [Entry(f"{about}/RECORD", (record + f"{about}/RECORD,,\n").encode())], moment())


def sdist_name() -> str:
    return f"{NAME}-{version()}.tar.gz"


def sdist() -> bytes:
    """The project's files; their `pyproject.toml` builds the executable, which the project's own leaves to the wheel."""
    root = f"{NAME}-{version()}"
    names = [name for name in sources() if name != "pyproject.toml"]
    entries = [file(f"{root}/{name}", ROOT / name, (ROOT / name).stat().st_mode & 0o755 | 0o644) for name in names]
    project = (
        "# Made for the source distribution: building it needs Swift, libyaml and RE2 (see README.md).\n"
        f'[project]\nname = "{NAME}"\nversion = "{version()}"\n\n'
        '[build-system]\nrequires = []\nbuild-backend = "backend"\nbackend-path = ["packaging"]\n'
    )
    entries += [Entry(f"{root}/pyproject.toml", project.encode()), Entry(f"{root}/PKG-INFO", metadata())]
    return tar_gz(entries, moment())


def _digest(data: bytes) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
