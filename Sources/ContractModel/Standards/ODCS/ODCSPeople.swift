/// The team, roles, support channels, and the price.
extension ODCS {
    static let people: [Shape] = [
        Shape(
            "Team", "a team", as: .team,
            rows: stableID + [
                Row(.name, .text, v31, "Name of the team"),
                Row(.description, .text, v31, "What the team does"),
                Row(.members, .list(of: .shape("TeamMember")), v31, "The people of the team"),
                tags(v31), authoritativeDefinitions(v31), customProperties(v31),
            ],
            mistakes: [
                "username": "List the people under members",
                "role": "List the people under members, each with a role",
                "owner": "List the owner under members, with role: owner",
                "email": "List the people under members, each with a username",
                "roles": "List the people under members, each with a role",
            ]),
        Shape(
            "TeamMember", "a team member", as: .member, open: beforeV31,
            rows: stableID + [
                Row(.username, .text, required: v31, "Account or e-mail address of the person"),
                Row(.name, .text, .since("3.0.2"), "Name of the person"),
                Row(.description, .text, .since("3.0.2"), "What the person does in the team"),
                Row(.role, .text, "Job of the person, such as owner or data steward"),
                Row(.dateIn, .text, "When the person joined"),
                Row(.dateOut, .text, "When the person left"),
                Row(.replacedByUsername, .text, "Account of the person who took over"),
                tags(v31), authoritativeDefinitions(v31), customProperties(v31),
            ],
            mistakes: ["email": "Write the address under username", "members": "Write team as an object with members"]),
        Shape(
            "Role", "a role", as: .role, open: beforeV31,
            rows: stableID + [
                Row(.role, .text, required: .all, "Name of the role that gives access"),
                Row(.description, .text, v3, "What the role allows"),
                Row(.access, .text, required: v2, "Kind of access, such as read or write"),
                Row(.firstLevelApprovers, .text, "Who approves a request first"),
                Row(.secondLevelApprovers, .text, "Who approves a request then"),
                customProperties(.since("3.0.1")),
            ],
            mistakes: ["name": "Write the name under role"]),
        Shape(
            "Support", "a support channel", as: .support, open: beforeV31,
            rows: stableID + [
                Row(.channel, .text, v3, required: v3, "Name of the channel"),
                Row(.url, .text, v3, required: v30, "Address of the channel"),
                Row(.description, .text, v3, "What the channel is for"),
                Row(.tool, .text, v3, "Tool that the channel is in, such as slack or email"),
                Row(.scope, .text, v3, "What the channel is used for, such as announcements"),
                Row(.invitationUrl, .text, v3, "Address to join the channel"),
                customProperties(v31),
            ],
            mistakes: ["name": "Write the name under channel", "email": "Write mailto: and the address under url"]),
        Shape(
            "Price", "a price", as: .price, open: beforeV31,
            rows: stableID + [
                Row(.priceAmount, .text, .through("2.2.1"), "Price of one unit"),
                Row(.priceAmount, .number, .since("2.2.2"), "Price of one unit"),
                Row(.priceCurrency, .text, "Currency of the price, such as EUR"),
                Row(.priceUnit, .text, "What is paid for, such as megabyte"),
            ],
            mistakes: [
                "amount": "Write priceAmount", "currency": "Write priceCurrency", "unit": "Write priceUnit",
            ]),
    ]
}
