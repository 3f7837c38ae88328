import TestSupport
import Testing
import YAMLTree

/// JSON Pointers (RFC 6901) to nodes, and looking up values by key.
@Suite struct RouteTests {
    static let source = """
        a/b: {m~n: [x, {"": [[y]]}]}
        "~1": 1
        größe 😀: 2
        "a\\tb": 3
        "%2F": 4
        5: six
        ~: 7
        """

    @Test func everyNodeHasItsRoute() {
        let tree = read(Self.source)
        let routes = tree.reachable.filter { !tree[$0].flags.contains(.key) }.map(tree.route)
        #expect(
            routes == [
                "", "/a~1b", "/a~1b/m~0n", "/a~1b/m~0n/0", "/a~1b/m~0n/1", "/a~1b/m~0n/1/", "/a~1b/m~0n/1//0",
                "/a~1b/m~0n/1//0/0",
                "/~01", "/größe 😀", "/a\tb", "/%2F", "/5", "/~0",
            ])
    }

    @Test func theRouteOfAKeyIsThatOfItsValue() {
        let tree = read(Self.source)
        for key in tree.reachable where tree[key].flags.contains(.key) {
            #expect(tree.route(to: key) == tree.route(to: tree[key].next))
        }
    }

    @Test func everyDocumentHasItsOwnRoutes() {
        let tree = read("a: [1]\n---\n- b: 2\n---\nc")
        #expect(tree.documents.map { tree.route(to: $0.root) } == ["", "", ""])
        #expect(
            tree.items(of: tree.documents[1].root).flatMap { tree.entries(of: $0).map { tree.route(to: $0.value) } }
                == ["/0/b"])
    }

    @Test func valuesAreFoundByTheTextOfTheirKey() throws {
        let tree = read("'na''me': 1\n\"n\\x61me\": 2\nlist: [name]\n? [name]\n: 3")
        let root = tree.documents[0].root
        #expect(tree.value(of: "na'me", in: root).map(tree.text) == "1")
        #expect(tree.value(of: "name", in: root).map(tree.text) == "2")
        #expect(
            tree.value(of: "nam", in: root) == nil && tree.value(of: "names", in: root) == nil
                && tree.value(of: "1", in: root) == nil)
        let list = try #require(tree.value(of: "list", in: root))
        #expect(tree.value(of: "name", in: list) == nil)
        #expect(tree.childCount(of: root) == 4 && tree.childCount(of: list) == 1)
        #expect(tree.key(of: list).map(tree.text) == "list" && tree.key(of: root) == nil)
        #expect(Array(tree.items(of: list)).map { tree.key(of: $0) } == [nil])
        #expect(Array(tree.items(of: root)).isEmpty && Array(tree.entries(of: list)).isEmpty)
    }
}
