/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Messages between processes, through a pipe or a socket. A message is a kind, a length and that many bytes; the
 * receiver trusts none of it.
 */
#ifndef IW_CHANNEL_H
#define IW_CHANNEL_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"

/* Longer outputs are sent in pieces; a longer message is refused. */
#define IW_MESSAGE_MOST ((size_t)1 << 20)

/* The sending end. */
struct iw_sender {
	int fd;
};

/* Send one message, made of two parts one after the other. False when the receiver is gone. */
bool iw_send(const struct iw_sender *sender, uint32_t kind, const void *head, size_t head_len, const void *rest,
             size_t rest_len);

/* Send bytes of any length, in as many messages as it takes, at least one; each begins with the head. */
bool iw_send_long(const struct iw_sender *sender, uint32_t kind, const void *head, size_t head_len, const void *bytes,
                  size_t len);

/* The receiving end: what has come and is not yet a whole message. */
struct iw_receiver {
	struct iw_buf bytes;
};

/* Told of each whole message; returns false when it makes no sense. */
typedef bool iw_receive(void *context, uint32_t kind, const char *bytes, size_t len);

/* Take what a read has brought. False when it is no message of ours or `receive` says so. */
bool iw_receiver_take(struct iw_receiver *receiver, const void *bytes, size_t len, iw_receive *receive, void *context);

/* Take all that comes until *done, which `receive` may set, or the sender is gone, or it makes no sense. */
void iw_receive_until(const bool *done, int fd, iw_receive *receive, void *context);

#endif
