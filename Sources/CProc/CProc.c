#include "CProc.h"

#ifdef __linux__
#include <unistd.h>

/* The Swift runtime looks itself up in /proc before main, and aborts without a word that helps where there is none, as in
   a container or chroot that mounts none. Constructors with a number run before all others. */
__attribute__((constructor(101))) static void demand_proc(void) {
    static const char message[] =
        "error: /proc is not mounted here, and contractlint cannot start without it; mount it (mount -t proc proc /proc)\n";
    if (access("/proc/self/exe", F_OK) == 0) return;
    ssize_t written = write(STDERR_FILENO, message, sizeof message - 1);
    (void)written;
    _exit(2);
}
#endif
