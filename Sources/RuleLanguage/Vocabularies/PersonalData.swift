internal import Basics

/// A kind of personal data, in words that fit into a message.
enum PersonalDataKind: String, CaseIterable, Sendable {
    case email = "an e-mail address"
    case phone = "a telephone number"
    case name = "a person's name"
    case birth = "a birth date or place"
    case address = "a postal address"
    case identity = "a number of an identity document or a social insurance"
    case tax = "a tax number"
    case account = "a bank account"
    case card = "a payment card"
    case network = "a network address"
    case device = "the number of a personal device"
    case vehicle = "a licence plate"
    /// By a list of the organisation's own.
    case listed = "by your own list of names"
}

/// Kind of personal data that a property holds, as far as its name, format or pattern tells (GDPR Art. 4(1)).
///
/// It reads names as people write columns, in seven languages, and would rather miss one than cry wolf: only words that
/// hardly mean anything else are in the table, and what stands around them must not turn them into something else, as
/// `email_count`, `is_email_verified`, `phone_model` and `warehouse_address` do.
enum PersonalData {
    /// Kind that the name of a property suggests.
    static func kind(ofName name: UnsafeBufferPointer<UInt8>) -> PersonalDataKind? {
        NameWords.with(name) { words in
            if words.count == 0 || isAboutData(words) { return nil }
            for start in 0..<words.count {
                for end in stride(from: min(start + 4, words.count), to: start, by: -1) {
                    if let entry = table[words[start..<end]], fits(entry, words, start..<end) { return entry.kind }
                }
            }
            return nil
        }
    }

    /// Kind that the format of a text suggests: `logicalTypeOptions.format`.
    static func kind(ofFormat format: UnsafeBufferPointer<UInt8>) -> PersonalDataKind? {
        NameWords.with(format) { words in
            guard words.count > 0 else { return nil }
            return formats[words[0..<words.count]]
        }
    }

    /// Kind that a regular expression suggests: one that demands an `@` and behind it a dot is one of e-mail addresses.
    static func kind(ofPattern pattern: UnsafeBufferPointer<UInt8>) -> PersonalDataKind? {
        guard let at = pattern.lastIndex(of: UInt8(ascii: "@")), at > 0 else { return nil }
        let dot = UInt8(ascii: ".")
        for index in (at + 1)..<max(at + 1, pattern.count - 1) where pattern[index + 1] == dot {
            if pattern[index] == UInt8(ascii: "\\") || pattern[index] == UInt8(ascii: "[") { return .email }
        }
        return nil
    }

    // MARK: The table

    private enum Position: Sendable {
        /// Words of `tails` alone may follow.
        case phrase
        /// Only a number may follow: the word has other uses.
        case last
    }

    private struct Entry: Sendable {
        var kind: PersonalDataKind
        var position: Position
    }

    private static func fits(_ entry: Entry, _ words: NameWords, _ range: Range<Int>) -> Bool {
        if range.lowerBound > 0, organisations.contains(words[range.lowerBound - 1]) { return false }
        for index in range.upperBound..<words.count {
            let word = words[index]
            if word[0].isDigit { continue }
            guard entry.position == .phrase, tails.contains(word) else { return false }
        }
        return true
    }

    /// True when a name is about the data rather than holding it: a question, a count.
    private static func isAboutData(_ words: NameWords) -> Bool {
        leads.contains(words[0]) || (words.count > 1 && numbersOf.contains(words[0..<2]))
    }

    private static let leads = WordTable(
        """
        is has can should must was were will use uses allow allows allowed accept accepts accepted send sends sent show
        hide mask count counts cnt num nb total min max avg sum mean anzahl nombre
        """)
    private static let numbersOf = WordTable("number_of no_of share_of rate_of percentage_of anzahl_der")

    /// Words that may follow without changing the meaning.
    private static let tails = WordTable(
        """
        address addresses addr number numbers num no nr line lines value values text string raw full plain clear primary
        secondary main alternative alternate other work home private business personal old new current previous former
        original normalized normalised clean cleaned lower upper kana latin local international mobile landline date day
        dt year month name zeile adresse nummer numero numéro número
        """)

    /// Words before a name, telephone or address that make it that of no person.
    private static let organisations = WordTable(
        """
        company companies corporate business organisation organization org office branch store stores shop warehouse
        plant factory site depot hub facility station location building venue hotel restaurant school hospital bank
        carrier supplier vendor merchant manufacturer brand department team group support service info helpdesk hotline
        contract product article item file table column schema database db server host gateway router node cluster pod
        dns proxy machine web site url domain memory register base block wallet crypto smart bus mail smtp template
        campaign firma unternehmen filiale lager
        """)

    private static let formats = WordTable<PersonalDataKind>(phrases: [
        ("email, e-mail, email address, idn-email", .email), ("phone, phone number, telephone, e164", .phone),
        ("iban", .account), ("ssn", .identity), ("credit card, credit card number", .card),
    ])

    private static let table = WordTable<Entry>(
        phrases: phrases.map { ($0.words, Entry(kind: $0.kind, position: .phrase)) }
            + lastWords.map { ($0.words, Entry(kind: $0.kind, position: .last)) })

    /// English, German, French, Spanish, Italian, Dutch and Portuguese, with and without accents.
    private static let phrases: [(kind: PersonalDataKind, words: String)] = [
        (
            .email,
            """
            email, e mail, emails, email address, mail address, mailadresse, courriel, correo electronico,
            correo electrónico, adresse mail, indirizzo mail, email id, correio eletronico
            """
        ),
        (
            .phone,
            """
            phone, phones, phone number, telephone, mobile number, mobile phone, cell phone, cellphone, msisdn,
            fax number, telefon, telefonnummer, rufnummer, handynummer, mobilnummer, mobiltelefon, faxnummer,
            téléphone, numero telephone, telefono, teléfono, numero de telefono, cellulare, telefoonnummer, telefoon,
            telefone, telemovel, telemóvel
            """
        ),
        (
            .name,
            """
            first name, last name, surname, forename, given name, family name, middle name, maiden name, birth name,
            full name, nickname, person name, customer name, contact name, employee name, patient name, guest name,
            passenger name, driver name, recipient name, sender name, holder name, cardholder name, member name,
            username, user name, beneficiary name, subscriber name, insured name, applicant name, student name,
            vorname, nachname, familienname, geburtsname, prenom, prénom, nom de famille, nom complet,
            nombre completo, apellido, apellidos, primer nombre, cognome, nome completo, voornaam, achternaam,
            familienaam, sobrenome
            """
        ),
        (
            .birth,
            """
            birth date, birthdate, date of birth, dob, birthday, birth year, year of birth, birth place,
            place of birth, birth city, birth country, geburtsdatum, geburtstag, geburtsjahr, geburtsort,
            date naissance, date de naissance, lieu naissance, lieu de naissance, fecha nacimiento,
            fecha de nacimiento, lugar nacimiento, lugar de nacimiento, data nascita, data di nascita, luogo nascita,
            luogo di nascita, geboortedatum, geboorteplaats, data nascimento, data de nascimento
            """
        ),
        (
            .address,
            """
            home address, residential address, residence address, private address, postal address, mailing address,
            billing address, shipping address, delivery address, customer address, street, street address,
            house number, anschrift, strasse, straße, hausnummer, wohnort, wohnadresse, lieferadresse,
            rechnungsadresse, adresse postale, adresse domicile, indirizzo, straat, huisnummer, woonadres, domicilio,
            endereco, endereço
            """
        ),
        (
            .identity,
            """
            ssn, social security, social security number, social insurance number, national insurance number, nino,
            national id, national identity, national identification number, identity card, id card number, passport,
            passport number, passport id, driver license, drivers license, driving licence, driver licence, aadhaar,
            sozialversicherungsnummer, personalausweis, personalausweisnummer, ausweisnummer, reisepass,
            fuehrerschein, reisepassnummer, führerschein, numero securite sociale, numéro sécurité sociale,
            passeport, pasaporte, passaporto, codice fiscale, paspoort, paspoortnummer, burgerservicenummer, bsn,
            passaporte, cpf, dni, nif, pesel, personnummer, curp
            """
        ),
        (
            .tax,
            """
            tax id, tax number, taxpayer id, tax identification number, steuernummer, steuer id,
            steueridentifikationsnummer, numero fiscal, numéro fiscal
            """
        ),
        (
            .account,
            """
            iban, bank account, bank account number, kontonummer, bankverbindung, compte bancaire, cuenta bancaria,
            conto corrente, rekeningnummer, conta bancaria, conta bancária
            """
        ),
        (
            .card,
            """
            credit card, debit card, credit card number, card number, cvv, cvc, kreditkarte, kreditkartennummer,
            carte bancaire, carte de credit, tarjeta credito, tarjeta de credito, carta credito, carta di credito,
            cartao credito, cartao de credito, cartão de crédito, creditcardnummer
            """
        ),
        (
            .network,
            """
            ip address, ip addr, ip adresse, adresse ip, direccion ip, ipv4 address, ipv6 address, mac address
            """
        ),
        (
            .device,
            """
            imei, imsi, advertising id, idfa, gaid
            """
        ),
        (
            .vehicle,
            """
            license plate, licence plate, number plate, kfz kennzeichen, matricula coche, kenteken
            """
        ),
    ]

    private static let lastWords: [(kind: PersonalDataKind, words: String)] = [
        (.phone, "mobile, cell number, fax, handy, tel, movil, móvil, mobiel, celular"),
        (
            .address,
            "address, addresses, adresse, adres, direccion, dirección, address line, address text, adresszeile, morada"
        ),
        (.network, "ip, ipv4, ipv6"),
    ]
}
