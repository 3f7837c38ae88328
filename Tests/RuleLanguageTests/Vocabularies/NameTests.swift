import Basics
import TestSupport
import Testing

@testable import RuleLanguage

@Suite struct NameTests {
    @Test(arguments: [
        ("customer_email", "customer email"), ("customerEmail", "customer email"), ("CustomerEmail", "customer email"),
        ("CUSTOMER_EMAIL", "customer email"), ("customer-email", "customer email"),
        ("Customer e-mail", "customer e mail"),
        ("IPAddress", "ip address"), ("customerIBAN", "customer iban"), ("address2", "address 2"),
        ("icd10Code", "icd 10 code"),
        ("__x__", "x"), ("a.b", "a b"), ("Straße", "straße"), ("", ""), ("___", ""), ("a", "a"), ("A", "a"),
        ("aB", "a b"),
    ])
    func takesANameApart(_ name: String, _ expected: String) {
        let words = bytes(name) { name in
            NameWords.with(name) { words in
                (0..<words.count).map { String(decoding: words[$0], as: UTF8.self) }.joined(separator: " ")
            }
        }
        #expect(words == expected)
    }

    @Test(arguments: [
        ("order_id", NameStyle.snake), ("orderId", .camel), ("OrderId", .pascal), ("order-id", .kebab),
        ("ORDER_ID", .upperSnake),
        ("total", .snake), ("TOTAL", .upperSnake), ("Total", .pascal), ("Order_Id", .mixed), ("order__id", .mixed),
        ("order_", .mixed),
        ("_id", .snake), ("2nd", .mixed), ("order id", .mixed), ("", .mixed), ("customerIBAN", .camel),
        ("größe", .snake), ("a", .snake),
        ("A", .pascal), ("order.id", .mixed), ("-", .mixed), ("_", .mixed), ("order_2", .snake), ("orderId2", .camel),
    ])
    func namesTheStyle(_ name: String, _ expected: NameStyle) {
        #expect(bytes(name) { NameStyle(of: $0) } == expected)
    }

    @Test(arguments: [
        ("total", [NameStyle.snake, .camel, .kebab]), ("orderId", [.camel]), ("TOTAL", [.upperSnake]),
        ("Total", [.pascal]),
        ("A", [.pascal, .upperSnake]), ("_id", [.snake, .camel]), ("Order_Id", []), ("", []),
        ("größe", [.snake, .camel, .kebab]),
    ])
    func aNameCanFitSeveralStyles(_ name: String, _ expected: [NameStyle]) {
        let fitting = NameStyle.allCases.filter { style in style != .mixed && bytes(name) { style.fits($0) } }
        #expect(fitting == expected)
    }

    @Test(arguments: [
        ("Where the order stands, from acceptance to completion.", "order_status"),
        ("The status of the order as recorded at acceptance.", "status"),
        ("Identifies one order across all systems.", "order_id"),
        ("The region of the employee as recorded at acceptance.", "region_9"), ("Sum of all lines.", "total"),
        ("Every accepted order with its amounts.", "orders"), ("Betrag in Euro, brutto.", "amount"),
        ("Ländercode nach ISO 3166.", "country"), ("Todo items that are still open.", "tasks"), ("订单的当前状态", "status"),
        ("The article as the catalogue numbers it.", "article_number"),
        ("The email address, as entered by the customer.", "customer_email_address"),
        ("The customer", "x"), ("Product color.", "color"), ("状态", "x"), ("Subtotal in dollars", "subtotal"),
    ])
    func saysSomething(_ description: String, _ name: String) {
        #expect(bytes(description) { text in bytes(name) { Descriptions.isMeaningful(text, name: $0) } })
    }

    @Test(arguments: [
        ("order_status", "order_status"), ("The Order Status.", "order_status"), ("orderStatus", "order_status"),
        ("Status of the orders", "order_status"), ("TODO", "x"), ("TODO: describe the state of the order", "x"),
        ("TBD", "x"),
        ("n/a", "x"), ("-", "x"), ("", "x"), ("   ", "x"), ("N/A.", "x"), ("none", "x"), ("description", "x"),
        ("orders", "Orders"), ("lorem ipsum dolor sit amet", "x"), ("...", ""),
        ("Field of the column", "x"),
        ("customerStatus", "customer_status"), ("Value", "value"), ("x y", "z"),
        ("Name of the city.", "city"), ("The freight", "freight"),
        ("A description for column rcvr_id.", "rcvr_id"), ("todo: describe the state", "x"),
        ("TODO describe the state of it", "x"), ("tbd", "x"),
    ])
    func saysNothing(_ description: String, _ name: String) {
        #expect(!bytes(description) { text in bytes(name) { Descriptions.isMeaningful(text, name: $0) } })
    }
}
