"""Packages for Homebrew and npm, which both carry the released executable."""

import json

from archive import Entry, file, tar_gz
from project import HOME, KEYWORDS, LICENSE, NAME, ROOT, SUMMARY, machine, moment, version

NODE = {"x86_64": "x64", "aarch64": "arm64"}


def formula(archive: str, digest: str) -> bytes:
    """The Homebrew formula: on Linux the released file, on macOS built from source.

    Source: Homebrew's Formula Cookbook.
    """
    return f"""class Contractlint < Formula
  desc "{SUMMARY.removeprefix('The ')[0].upper() + SUMMARY.removeprefix('The ')[1:].split(' (')[0]}"
  homepage "{HOME}"
  license "{LICENSE}"
  head "{HOME}.git", branch: "main"

  on_linux do
    url "{HOME}/releases/download/v{version()}/{archive}"
    sha256 "{digest}"
  end

  on_macos do
    url "{HOME}.git", tag: "v{version()}"
    depends_on "pkgconf" => :build
    depends_on xcode: ["16.3", :build]
    depends_on "libyaml"
    depends_on "re2"
  end

  def install
    if OS.mac?
      system "swift", "build", "--disable-sandbox", "-c", "release", "--product", "{NAME}"
      bin.install ".build/release/{NAME}"
    else
      bin.install "{NAME}"
      man1.install "{NAME}.1"
      bash_completion.install "completions/{NAME}.bash" => "{NAME}"
      zsh_completion.install "completions/_{NAME}"
      fish_completion.install "completions/{NAME}.fish"
    end
  end

  test do
    assert_match version.to_s, shell_output("#{{bin}}/{NAME} --version")
  end
end
""".encode()


def npm(executable: bytes) -> dict[str, bytes]:
    """The npm package, and the one for this machine's processor that it asks for.

    Source: npm's documentation of package.json (`os`, `cpu`, `optionalDependencies`).
    """
    platform = f"@{NAME}/linux-{NODE[machine()]}"
    common = {"version": version(), "license": LICENSE, "homepage": HOME, "repository": {"type": "git", "url": f"git+{HOME}.git"}}
    launcher = f"""#!/usr/bin/env node
const {{ spawnSync }} = require("node:child_process");
let executable;
try {{
  executable = require.resolve(`@{NAME}/${{process.platform}}-${{process.arch}}/{NAME}`);
}} catch {{
  console.error(`{NAME}: there is no package for ${{process.platform}} on ${{process.arch}}; see {HOME} for other ways to install it`);
  process.exit(2);
}}
const {{ status, error }} = spawnSync(executable, process.argv.slice(2), {{ stdio: "inherit" }});
if (error) console.error(`{NAME}: ${{error.message}}`);
process.exit(status ?? 2);
"""
    main = common | {"name": NAME, "description": SUMMARY, "keywords": list(KEYWORDS), "bin": {NAME: f"bin/{NAME}.js"},
                     "optionalDependencies": {f"@{NAME}/linux-{cpu}": version() for cpu in NODE.values()}}
    part = common | {"name": platform, "description": f"The executable of {NAME} for this platform", "os": ["linux"],
                     "cpu": [NODE[machine()]]}
    licence = file("package/LICENSE", ROOT / "LICENSE")
    return {
        f"{NAME}-{version()}-npm.tgz": tar_gz(
            [_manifest(main), Entry(f"package/bin/{NAME}.js", launcher.encode(), 0o755),
             file("package/README.md", ROOT / "README.md"), licence], moment()),
        f"{NAME}-{version()}-npm-linux-{NODE[machine()]}.tgz": tar_gz(
            [_manifest(part), Entry(f"package/{NAME}", executable, 0o755), licence], moment()),
    }


def _manifest(values: dict) -> Entry:
    return Entry("package/package.json", (json.dumps(values, indent=2) + "\n").encode())
