/// The JSON Schema of `.contractlint.yaml`, for completion and validation in editors.
package enum ConfigurationSchema {
    package static let text = "{}\n"
}
