/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Memory for secrets: kept out of swap where the system allows it, between guard pages, and wiped when it
 * is released. Whoever inits it releases it.
 */
#ifndef IW_SECRET_H
#define IW_SECRET_H

#include <stddef.h>

#include "base/status.h"

struct iw_secret {
	unsigned char *bytes; /* zeroed at first */
	size_t size;
};

#define IW_SECRET_INIT                                                                                                 \
	{                                                                                                              \
		NULL, 0                                                                                                \
	}

/* IW_SYSTEM when the system has no randomness for libsodium to start with. */
enum iw_status iw_secret_init(struct iw_secret *s, size_t size, struct iw_error *e);
void iw_secret_release(struct iw_secret *s);

/* Start libsodium; to be called before it is used, as often as one likes. */
enum iw_status iw_sodium_start(struct iw_error *e);

/* A password has at most so many bytes, with the NUL at its end: minisign's limit. */
enum { IW_PASSWORD_SIZE = 1024 };

/*
 * Asks the user for a password. `out` has IW_PASSWORD_SIZE zeroed bytes for a string that ends in NUL, without
 * the newline. Called on the thread that asked for a key, may block; a status but IW_OK ends the operation with it.
 */
typedef enum iw_status iw_password_ask(void *context, const char *prompt, struct iw_secret *out, struct iw_error *e);

#endif
