/* SPDX-License-Identifier: Apache-2.0 */
/* The public keys that -p names. */
#ifndef IW_PUBLIC_KEYS_H
#define IW_PUBLIC_KEYS_H

#include "cli/command.h"
#include "pack/minikey.h"

/* Read them; there is at least one. Free with free(), also when this fails. */
enum iw_status iw_public_keys(const struct iw_args *args, struct iw_public_key **keys, size_t *count,
                              struct iw_error *e);

#endif
