/// Findings without the secrets of the files that they quote. Fingerprints are those of the whole texts, so that they stay
/// what they were.
extension Finding {
    package mutating func hideSecrets() {
        let secrets = secrets ?? .none
        message = secrets.redacted(message)
        help = secrets.redacted(help)
        route = secrets.redacted(route: route)
        contract = secrets.redacted(contract)
        element = secrets.redacted(element)
        for index in related.indices { related[index].message = secrets.redacted(related[index].message) }
        if let change { self.change = ChangeFact(change.change.redacted(secrets)) }
        if let exception {
            let note = secrets.redacted(exception.note)
            if note != exception.note {
                self.exception = Exception(
                    exception.kind, isVoid: exception.isVoid, note: note, place: exception.place)
            }
        }
    }
}

/// Changes without the secrets of the two versions.
extension ChangeReport {
    package func redacted(_ secrets: SourceSecrets) -> ChangeReport {
        var shown = self
        (shown.old, shown.new) = (old.redacted(secrets), new.redacted(secrets))
        shown.changes = changes.map { $0.redacted(secrets) }
        return shown
    }
}

extension ChangeReport.Version {
    fileprivate func redacted(_ secrets: SourceSecrets) -> Self {
        Self(file: file, id: secrets.redacted(id), version: secrets.redacted(version))
    }
}

extension ChangeReport.Change {
    fileprivate func redacted(_ secrets: SourceSecrets) -> Self {
        var shown = self
        shown.element = secrets.redacted(element)
        shown.message = secrets.redacted(message)
        shown.reason = secrets.redacted(reason)
        shown.remedy = secrets.redacted(remedy)
        (shown.old, shown.new) = (old.redacted(secrets), new.redacted(secrets))
        return shown
    }
}

extension ChangeReport.Side {
    fileprivate func redacted(_ secrets: SourceSecrets) -> Self {
        var shown = Self(place: place, route: secrets.redacted(route: route), value: secrets.redacted(value))
        shown.selector = secrets.redacted(selector)
        return shown
    }
}
