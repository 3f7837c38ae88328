import ArgumentParser
import Foundation
import Governance
import Diagnostics
struct TryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "try")
    @Argument var files: [String]
    func run() throws {
        var wrong = 0, all = 0
        for file in files {
            do {
                let pack = try RulePack(name: file, raw: Array(Data(contentsOf: URL(fileURLWithPath: file))))
                for rule in ExampleRun.run(pack, today: Day("2026-11-24")!.number) {
                    for e in rule.examples { all += 1; if let p = e.problem { wrong += 1; print("\(file):\(e.place.start.line): \(rule.rule.id) \(e.note ?? ""): \(p)") } }
                    if !rule.unexercised.isEmpty { print("\(rule.rule.id): unexercised \(rule.unexercised)") }
                }
            } catch let invalid as RulePack.Invalid {
                for f in invalid.faults { print("\(f.place ?? ""): \(f.message)"); wrong += 1 }
            }
        }
        print("\(all) examples, \(wrong) wrong")
    }
}
