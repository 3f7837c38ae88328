import Basics
import Testing

@Suite struct CronExpressionTests {
    @Test(arguments: [
        "0 20 * * *", "*/15 0-6 1,15 * MON-FRI", "0 0 12 * * ?", "0 0 12 1 JAN ? 2027", "0 12 * * ? *", "@daily",
        "@every 1h30m", "cron(0 12 * * ? *)", "H H(0-7) * * *", "0 6 L * *", "0 6 ? * 6#3", "0 6 15W * *", "0 0 * * 7",
    ])
    func readable(_ text: String) { #expect(CronExpression.isValid(text)) }

    @Test(arguments: [
        "", "daily", "0 6 * *", "61 * * * *", "* 24 * * *", "* * 0 * *", "* * * 13 *", "* * * * 8", "* * * * FUN",
        "*/0 * * * *", "1-2-3 * * * *", "1,,2 * * * *", "* * * * * * * *", "every morning at six o'clock", "@sometimes",
        "6:00", "0 6 * * 6#9", "1/2/3 * * * *",
    ])
    func unreadable(_ text: String) { #expect(!CronExpression.isValid(text)) }
}
