"""Everything that a release publishes, made from the static executable.

    python3 packaging/release.py [--executable FILE] [--out dist]

Without --executable it is built first (packaging/build). The same commit gives the same bytes.
"""

import argparse
import hashlib
import pathlib
import subprocess
import sys
import tempfile
import time

import debian
import image
import managers
import python
import sbom
from archive import Entry, file, tar_gz
from project import NAME, ROOT, changes, machine, moment, version

SHELLS = {"bash": f"{NAME}.bash", "zsh": f"_{NAME}", "fish": f"{NAME}.fish"}


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--executable", type=pathlib.Path, help="the static executable; without it, it is built")
    options.add_argument("--out", type=pathlib.Path, default=ROOT / "dist", help="the folder to write to (default: dist)")
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        executable = given.executable or pathlib.Path(folder, NAME)
        if not given.executable:
            subprocess.run([ROOT / "packaging/build", executable], check=True)
        files = packages(executable.resolve())
    given.out.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        (given.out / name).write_bytes(data)
        print(f"{len(data):>11,}  {name}")


def packages(path: pathlib.Path) -> dict[str, bytes]:
    """The files of a release by name."""
    executable = path.read_bytes()
    said = run(path, "--version").decode().strip()
    if said != version():
        sys.exit(f"error: {path} is version {said}, and the project {version()}")
    manual = man_page(path)
    completions = {shell: run(path, "--generate-completion-script", shell) for shell in SHELLS}
    archive = f"{NAME}-{version()}-linux-{machine()}.tar.gz"
    content = [Entry(NAME, executable, 0o755), Entry(f"{NAME}.1", manual), file("LICENSE", ROOT / "LICENSE"),
               file("README.md", ROOT / "README.md"), file("CHANGELOG.md", ROOT / "CHANGELOG.md")]
    content += [Entry(f"completions/{SHELLS[shell]}", text) for shell, text in completions.items()]
    files = {archive: tar_gz(content, moment()), python.wheel_name(): python.wheel(executable),
             python.sdist_name(): python.sdist(), debian.package_name(): debian.package(executable, manual, completions),
             image.image_name(): image.image(executable)}
    files |= managers.npm(executable)
    files[f"{NAME}.rb"] = managers.formula(archive, digest(files[archive]))
    files[f"{NAME}-{version()}-linux-{machine()}.cdx.json"] = sbom.sbom(digest(executable))
    files["RELEASE_NOTES.md"] = changes().encode()
    sums = "".join(f"{digest(data)}  {name}\n" for name, data in sorted(files.items()))
    return files | {"SHA256SUMS": sums.encode()}


def man_page(path: pathlib.Path) -> bytes:
    """The manual, written from what the program says of its own options by the tool of its argument parser."""
    parser, scratch = ROOT / ".build/checkouts/swift-argument-parser", ROOT / ".build/manual"
    build = ["swift", "build", "--package-path", parser, "--scratch-path", scratch, "--product", "generate-manual"]
    subprocess.run(["swift", "package", "--package-path", ROOT, "resolve"], check=True, stdout=sys.stderr)
    subprocess.run(build, check=True, stdout=sys.stderr)
    day = time.strftime("%Y-%m-%d", time.gmtime(moment()))
    return run(scratch / "debug/generate-manual", path, "--date", day, "--output-directory", "-")


def run(path: pathlib.Path, *arguments) -> bytes:
    return subprocess.run([path, *arguments], stdout=subprocess.PIPE, check=True).stdout


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


if __name__ == "__main__":
    main()
