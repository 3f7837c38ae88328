internal import Basics

/// The codes of ISO 4217:2015.
enum Currencies {
    /// True when a text is the code of a currency or fund in use, in capitals as the standard writes it.
    static func isCode(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard text.count == 3 else { return false }
        return codes.contains(text)
    }

    /// List One (current currencies and funds) as published on 2026-01-01 by SIX Interbank Clearing, the maintenance
    /// agency, without those for tests and for no currency (`XTS`, `XXX`). Amendments until 180: `BGN` ended with 2025,
    /// `XCG` replaced `ANG` in 2025, `ZWG` replaced `ZWL` in 2024, `SLE` replaced `SLL`.
    private static let codes = WordTable(
        """
        AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF
        CHW CLF CLP CNY COP COU CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD
        HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD
        MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN
        PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD
        TWD TZS UAH UGX USD USN UYI UYU UYW UZS VED VES VND VUV WST XAD XAF XAG XAU XBA XBB XBC XBD XCD XCG XDR XOF XPD
        XPF XPT XSU XUA YER ZAR ZMW ZWG
        """)
}
