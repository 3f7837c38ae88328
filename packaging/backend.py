"""The build backend (PEP 517) of two projects.

`contractlint`, unpacked from its source distribution, builds the executable with Swift. `contractlint-hook`, the
repository itself as pre-commit and `pip install git+…` see it, is empty and asks for the wheel of the same version: so a
hook is there in seconds, on machines without Swift as well.
"""

import pathlib
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent))

import python  # noqa: E402
from project import NAME, ROOT, version  # noqa: E402

HOOK = "contractlint_hook"


def build_wheel(wheel_directory, config_settings=None, metadata_directory=None):
    name, data = _source_wheel() if (ROOT / "PKG-INFO").exists() else _hook_wheel()
    pathlib.Path(wheel_directory, name).write_bytes(data)
    return name


def build_sdist(sdist_directory, config_settings=None):
    pathlib.Path(sdist_directory, python.sdist_name()).write_bytes(python.sdist())
    return python.sdist_name()


def _source_wheel():
    with tempfile.TemporaryDirectory() as folder:
        executable = pathlib.Path(folder, NAME)
        if subprocess.run([ROOT / "packaging/build", executable]).returncode != 0:
            raise SystemExit(
                "contractlint could not be built from source. It needs Swift 6.1 or later, pkg-config, libyaml-dev and "
                "libre2-dev; the wheels need none of them: see which machines they are for with `pip download contractlint`."
            )
        return python.wheel_name(), python.wheel(executable.read_bytes())


def _hook_wheel():
    about = f"{HOOK}-{version()}.dist-info"
    metadata = f"Metadata-Version: 2.1\nName: {HOOK}\nVersion: {version()}\nRequires-Dist: {NAME} (=={version()})\n"
    data = python.pack(about, [], metadata.encode(), ["py3-none-any"], is_pure=True)
    return f"{HOOK}-{version()}-py3-none-any.whl", data
