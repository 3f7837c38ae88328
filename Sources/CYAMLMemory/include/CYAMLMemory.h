#pragma once

/// Nothing to call: to link this target is enough. See `CYAMLMemory.c`.
