/// People behind a data product, and channels to reach them.
extension ODPS {
    static let support = Shape(
        "Support", "a support channel", as: .support,
        rows: [
            Row(.channel, .text, required: .all, "The name of the channel"),
            Row(.url, .text, required: .all, "Where the channel is: an https or mailto URL"),
            Row(.description, .text, "What the channel is for"),
            Row(.tool, .text, "The tool behind the channel: email, slack, teams"),
            Row(.scope, .text, "What is spoken of there: interactive, announcements, issues"),
            Row(.invitationUrl, .text, "Where to ask for an invitation"),
            partID,
        ] + annotations(),
        mistakes: ["email": "Write url: mailto:…", "name": "Write channel"])

    static let team = Shape(
        "Team", "a team", as: .team,
        rows: [
            Row(.name, .text, "The name of the team"),
            Row(.description, .text, "What the team does"),
            Row(.members, .list(of: .shape("TeamMember")), "The people in the team"),
        ] + annotations(),
        mistakes: [
            "email": "Name a support channel with url: mailto:…",
            "owner": "Name the owner among the members, with role: owner",
            "username": "List people under members",
        ])

    static let teamMember = Shape(
        "TeamMember", "a team member", as: .member,
        rows: [
            Row(.username, .text, required: .since("1.0.0"), "The person's user name or email address"),
            Row(.name, .text, "The person's name"),
            Row(.description, .text, "Who the person is"),
            Row(.role, .text, "What the person does: owner, data steward"),
            Row(.dateIn, .text, "The day the person joined"),
            Row(.dateOut, .text, "The day the person left"),
            Row(.replacedByUsername, .text, "The user name of the person who took over"),
            partID,
        ] + annotations(),
        mistakes: ["email": "Write username"])
}
