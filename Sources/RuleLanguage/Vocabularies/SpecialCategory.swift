internal import Basics

/// A special category of personal data (GDPR Art. 9(1)), in words that fit behind “data about”.
enum SpecialCategory: String, CaseIterable, Sendable {
    case health
    case religion = "religion or belief"
    case origin = "racial or ethnic origin"
    case politics = "political opinions"
    case union = "trade union membership"
    case genetics
    case biometrics
    case sexuality = "sex life or sexual orientation"

    /// Kind that the name of a property suggests.
    ///
    /// Only words that hardly mean anything else count: the health of a server, the race of a regatta, the diagnosis of
    /// a machine and the fingerprint of a file are none. Words with more than one sense count beside a word for a
    /// person.
    init?(ofName name: UnsafeBufferPointer<UInt8>) {
        let found = NameWords.with(name) { words -> SpecialCategory? in
            if words.count == 0 { return nil }
            var isOfPerson = false
            for index in 0..<words.count {
                if Self.neutral.contains(words[index]) { return nil }
                if Self.persons.contains(words[index]) { isOfPerson = true }
            }
            for start in 0..<words.count {
                for end in stride(from: min(start + 3, words.count), to: start, by: -1) {
                    if let category = Self.certain[words[start..<end]] { return category }
                    if isOfPerson, let category = Self.ofPersons[words[start..<end]] { return category }
                }
            }
            return nil
        }
        guard let found else { return nil }
        self = found
    }

    /// Words that make a name one about data, machines or numbers of cases rather than about somebody.
    private static let neutral = WordTable(
        "count cnt num total avg sum rate ratio url endpoint check checks version machine server service system device "
            + "engine vehicle network error product article campaign")

    private static let persons = WordTable(
        """
        person patient employee customer member user insured client applicant candidate student citizen worker subject
        staff beneficiary claimant mitarbeiter patienten kunde versicherte employe empleado dipendente medewerker
        """)

    private static let certain = WordTable<SpecialCategory>(phrases: [
        (
            """
            diagnosis, diagnoses, icd 10, icd code, medication, disease, illness, allergy, allergies, disability,
            pregnancy, pregnant, blood type, blood group, medical record, medical history, medical condition,
            health condition, health record, health data, health insurance number, patient condition, hiv status,
            vaccination status, sick leave, sickness, symptoms, handicap degree, mental health, krankheit, diagnose,
            schwerbehinderung, behinderung, krankenkasse, krankmeldung, gesundheitszustand, maladie, enfermedad,
            discapacidad, malattia, disabilita, ziekte, gezondheid, doenca, doença, deficiencia
            """, .health
        ),
        (
            """
            religion, religious, religious belief, church tax, confession of faith, konfession, kirchensteuer,
            religione, religiao, religião, geloofsovertuiging
            """, .religion
        ),
        (
            """
            ethnicity, ethnic origin, ethnic group, racial origin, race ethnicity, skin color, skin colour, ethnie,
            etnia, etniciteit, ethnische herkunft, origine ethnique, origen etnico
            """, .origin
        ),
        (
            """
            political party, political opinion, political affiliation, political view, political views,
            parteizugehoerigkeit, parteizugehörigkeit, opinion politique, partido politico, partito politico
            """, .politics
        ),
        (
            """
            trade union, labor union, labour union, union membership, union member, gewerkschaft,
            gewerkschaftsmitglied, syndicat, sindicato, sindacato, vakbond
            """, .union
        ),
        (
            """
            genetic, genetics, genome, genotype, dna, dna profile
            """, .genetics
        ),
        (
            """
            biometric, biometrics, fingerprint template, fingerprint scan, iris scan, retina scan, voiceprint,
            face template, facial recognition
            """, .biometrics
        ),
        (
            """
            sexual orientation, sexual preference, sexuality, sex life, sexuelle orientierung, orientation sexuelle,
            orientacion sexual, orientamento sessuale
            """, .sexuality
        ),
    ])

    private static let ofPersons = WordTable<SpecialCategory>(phrases: [
        (
            "health, health status, medical, condition, treatment, therapy, sante, santé, salud, salute, saude, saúde",
            .health
        ),
        ("belief, faith, denomination", .religion), ("race", .origin), ("union", .union),
        ("fingerprint, face id, retina, iris", .biometrics), ("genes", .genetics), ("party affiliation", .politics),
    ])
}
