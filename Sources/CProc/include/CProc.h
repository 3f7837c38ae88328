/* Nothing to call: the target refuses to start where /proc is missing. */
