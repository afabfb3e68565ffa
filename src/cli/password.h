/* SPDX-License-Identifier: Apache-2.0 */
/* Asking for a password: on the terminal without echo, or as a line of standard input when that is none. */
#ifndef IW_PASSWORD_H
#define IW_PASSWORD_H

#include "pack/secret.h"

iw_password_ask iw_password;

#endif
