import CEL
import Testing

private let reads: [(text: String, result: String)] = [
    ("ada.name", "'Ada'"),
    ("ada.friend.name", "'Bob'"),
    ("ada == ada", "true"),
    ("ada == bob", "false"),
    ("ada.friend == bob", "true"),
    ("ada in [bob, ada]", "true"),
    ("'poetry' in ada.interests", "true"),
    ("'rain' in ada.interests", "false"),
    ("1 in dyn(ada.interests)", "false"),
    ("ada.interests[2]", "'horses'"),
    ("ada.interests[?3].hasValue()", "false"),
    ("ada.interests.size()", "3"),
    ("ada.interests + ['tea']", "['maths', 'poetry', 'horses', 'tea']"),
    ("['tea'] + ada.interests == ['tea', 'maths', 'poetry', 'horses']", "true"),
    ("ada.interests == ['maths', 'poetry', 'horses']", "true"),
    ("['maths'] == ada.interests", "false"),
    ("ada.interests.transformList(i, x, string(i) + x)", "['0maths', '1poetry', '2horses']"),
    ("ada.interests.filter(x, x.endsWith('s'))", "['maths', 'horses']"),
    ("ada.interests.exists_one(x, x > 'n')", "true"),
    ("ada.address.town", "'London'"),
    ("ada.address['town']", "'London'"),
    ("'town' in ada.address", "true"),
    ("'street' in ada.address", "false"),
    ("has(ada.address.street)", "false"),
    ("ada.address == {'town': 'London'}", "true"),
    ("{'town': 'Paris'} == ada.address", "false"),
    ("ada.address.all(k, v, k < v)", "false"),
    ("ada.address.size()", "1"),
    ("ada.?address.?street.orValue('?')", "'?'"),
    ("type(ada.interests) == list", "true"),
    ("type(ada) == type(bob)", "true"),
    ("ada.interests.join('+')", "'maths+poetry+horses'"),
    ("ada.interests.sort()", "['horses', 'maths', 'poetry']"),
]

@Test(
    "objects, lists and maps of the host's are read in place, with known and unknown types", arguments: [true, false],
    reads)
func hostValues(_ areTyped: Bool, _ example: (text: String, result: String)) {
    #expect(outcome(example.text, .checked, .people(areTyped: areTyped)).datum.text == example.result)
}
