import Foundation
import Testing

@testable import Workspace

@Suite struct GitObjectNameTests {
    /// Lengths around the ends of blocks, where padding goes wrong.
    @Test(arguments: [0, 1, 45, 46, 47, 48, 55, 56, 63, 64, 109, 110, 111, 1000, 100_000])
    func namesAreThoseOfGit(_ length: Int) throws {
        let repository = try TestFolder(isRepository: true)
        let content = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        try repository.write("file", Data(content))
        let name = try repository.git("hash-object", "--no-filters", "file").split(separator: "\n").first
        #expect(name.map(String.init) == GitObjectName.ofBlob(content))
    }
}
