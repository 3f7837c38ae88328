/// Text of a bare `contractlint` in a folder that has no configuration.
enum Welcome {
    /// Page that leads on.
    static let page = "https://github.com/your-organisation/contractlint/blob/main/docs/usage.md"

    static let text = """
        contractlint checks data contracts (ODCS, DCS) and data products (ODPS): their form, what they mean, what your
        organisation asks of them, and whom a change hurts.

        Try:
          contractlint check .                      every contract in this folder and below
          contractlint breaking --against main      what has changed since main, and for whom it breaks
          contractlint init                         a configuration; from then on `contractlint` alone checks this folder

        All commands: contractlint --help
        Your first hour in an old repository: https://github.com/your-organisation/contractlint/blob/main/docs/first-hour.md

        """
}
