import Workspace

/// A program that lets a language model run commands: each says so in the environment of what it runs.
///
/// The variables stand in the pages of the programs: `CLAUDECODE` (Claude Code, "Environment variables"), `CURSOR_AGENT` (Cursor,
/// "Terminal"), `GEMINI_CLI` (Gemini CLI, "Shell tool"), `COPILOT_CLI` (GitHub Copilot CLI), `OPENCODE` (opencode),
/// `CODEX_SANDBOX` (Codex, "Sandbox"), and `AI_AGENT`, which several share.
enum KnownAgent: String, CaseIterable {
    case claudeCode = "CLAUDECODE"
    case cursor = "CURSOR_AGENT"
    case gemini = "GEMINI_CLI"
    case copilot = "COPILOT_CLI"
    case opencode = "OPENCODE"
    case codex = "CODEX_SANDBOX"
    case other = "AI_AGENT"

    /// True where one of them runs this program. An empty variable is as none.
    static var isAtWork: Bool {
        allCases.contains { !(Machine.environment($0.rawValue) ?? "").isEmpty }
    }
}
