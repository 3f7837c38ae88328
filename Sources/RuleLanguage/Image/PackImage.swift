internal import CEL

/// A pack that was checked and compiled when the program was built.
package struct ReadyPack: Sendable {
    package let identity: PackIdentity
    package let description: String?
    package let rules: [Rule]
}

/// Packs in the form in which the program has them: one text for what they share, then one for each pack and, behind it, one
/// for each of its rules.
package enum PackImage {
    /// - Parameter packs: each with the digest by which it is known.
    package static func texts(of packs: [(pack: RulePack, digest: String)]) -> [String] {
        var names = OverloadNames()
        var texts: [String] = []
        for (pack, digest) in packs {
            var image = ImageWriter()
            for text in [pack.identity.id, pack.identity.version, digest, pack.file] { image.write(text) }
            image.write(optional: pack.description) { $1.write($0) }
            image.write(pack.rules.count)
            texts.append(image.text)
            for rule in pack.rules {
                var image = ImageWriter()
                rule.write(to: &image, &names)
                texts.append(image.text)
            }
        }
        var shared = ImageWriter()
        names.write(to: &shared)
        return [shared.text] + texts
    }

    /// - Parameter texts: as `texts(of:)` has made them.
    package static func packs(in texts: [StaticString]) -> [ReadyPack] {
        var images = texts.map { ImageReader($0) }[...]
        guard var shared = images.popFirst() else { return [] }
        let programs = ProgramImage(&shared) { GovernanceLibrary.all }
        var packs: [ReadyPack] = []
        while var image = images.popFirst() {
            let identity = PackIdentity(id: image.string(), version: image.string(), digest: image.string())
            let file = image.string()
            let description = image.optional { $0.string() }
            let count = image.number()
            guard count >= 0, count <= images.count else {
                preconditionFailure("the rules in the program are damaged: a pack with rules that are not there")
            }
            let rules = images.prefix(count).map { image in
                var image = image
                return Rule(&image, of: identity, in: file, programs)
            }
            images = images.dropFirst(count)
            packs.append(ReadyPack(identity: identity, description: description, rules: rules))
        }
        return packs
    }
}
