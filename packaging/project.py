"""The project as every package describes it."""

import os
import pathlib
import platform
import re
import subprocess

ROOT = pathlib.Path(__file__).resolve().parent.parent
NAME = "contractlint"
SUMMARY = "The compiler, linter and CI gate for data contracts (ODCS, DCS) and data products (ODPS)"
LICENSE = "Apache-2.0"
HOME = os.environ.get("CONTRACTLINT_HOME", "https://github.com/your-organisation/contractlint")
KEYWORDS = ("data contract", "data mesh", "ODCS", "ODPS", "linter", "breaking changes")


def version() -> str:
    """The version that the program itself prints, its one place."""
    text = (ROOT / "Sources/contractlint/Output/Version.swift").read_text(encoding="utf-8")
    return re.search(r'current = "([^"]+)"', text)[1]


# Processors in the words of Python's wheels, and in those of Debian and of container images.
ARCHITECTURES = {"x86_64": "amd64", "aarch64": "arm64"}


def machine() -> str:
    """The processor that the executable is for, in the words of Python's wheels."""
    own = platform.machine().lower()
    return {other: name for name, other in ARCHITECTURES.items()}.get(own, own)


def architecture() -> str:
    """The same in the words of Debian and of container images."""
    return ARCHITECTURES[machine()]


def moment() -> int:
    """The second that all files of a package bear: that of the commit, so that two builds give the same bytes."""
    if "SOURCE_DATE_EPOCH" in os.environ:
        return int(os.environ["SOURCE_DATE_EPOCH"])
    asked = ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"]
    answer = subprocess.run(asked, capture_output=True, text=True)
    # Outside of a repository (an unpacked source distribution) the first second that a zip archive can say.
    return int(answer.stdout) if answer.returncode == 0 and answer.stdout.strip() else 315532800


def sources() -> list[str]:
    """The files that belong to the project, relative to its root."""
    asked = ["git", "-C", str(ROOT), "ls-files", "-z"]
    listed = subprocess.run(asked, capture_output=True, text=True, check=True).stdout.split("\0")
    return sorted(name for name in listed if name)


def changes() -> str:
    """The section of CHANGELOG.md about this version, or else that about what is not released yet."""
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    sections = re.split(r"^## ", text, flags=re.MULTILINE)[1:]
    for wanted in (version(), "Unreleased"):
        for section in sections:
            if section.lstrip("[").startswith(wanted):
                return "## " + section.strip() + "\n"
    raise SystemExit(f"error: CHANGELOG.md says nothing of {version()}")
