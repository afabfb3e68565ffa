/* SPDX-License-Identifier: Apache-2.0 */
#include "plugin/channel.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/uio.h>
#include <unistd.h>

#include "base/mem.h"

struct header {
	uint32_t kind, len;
};

static bool
write_all(int fd, const void *bytes, size_t len)
{
	const char *p = bytes;

	while (len) {
		ssize_t n = write(fd, p, len);

		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return false;
		p += n;
		len -= (size_t)n;
	}
	return true;
}

bool
iw_send(const struct iw_sender *sender, uint32_t kind, const void *head, size_t head_len, const void *rest,
        size_t rest_len)
{
	struct header header = { kind, (uint32_t)(head_len + rest_len) };

	if (head_len > IW_MESSAGE_MOST || rest_len > IW_MESSAGE_MOST - head_len)
		return false;
	return write_all(sender->fd, &header, sizeof header) && write_all(sender->fd, head, head_len) &&
	       write_all(sender->fd, rest, rest_len);
}

bool
iw_send_long(const struct iw_sender *sender, uint32_t kind, const void *head, size_t head_len, const void *bytes,
             size_t len)
{
	size_t most = IW_MESSAGE_MOST - (head_len < IW_MESSAGE_MOST ? head_len : IW_MESSAGE_MOST - 1);
	const char *p = bytes;
	bool sent;

	do {
		size_t piece = len < most ? len : most;

		sent = iw_send(sender, kind, head, head_len, p, piece);
		p += piece;
		len -= piece;
	} while (sent && len);
	return sent;
}

bool
iw_receiver_take(struct iw_receiver *receiver, const void *bytes, size_t len, iw_receive *receive, void *context)
{
	struct iw_buf *b = &receiver->bytes;
	size_t at = 0;
	struct header header;

	iw_buf_add(b, bytes, len);
	while (b->len - at >= sizeof header) {
		memcpy(&header, b->data + at, sizeof header);
		if (header.len > IW_MESSAGE_MOST)
			return false;
		if (b->len - at - sizeof header < header.len)
			break;
		if (!receive(context, header.kind, b->data + at + sizeof header, header.len))
			return false;
		at += sizeof header + header.len;
	}
	memmove(b->data, b->data + at, b->len - at);
	b->len -= at;
	b->data[b->len] = '\0';
	return true;
}

void
iw_receive_until(const bool *done, int fd, iw_receive *receive, void *context)
{
	static const size_t piece = 65536;
	struct iw_receiver receiver = { IW_BUF_INIT };
	char *bytes = iw_alloc(1, piece);
	ssize_t n;

	while (!*done) {
		n = read(fd, bytes, piece);
		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0 || !iw_receiver_take(&receiver, bytes, (size_t)n, receive, context))
			break;
	}
	iw_buf_release(&receiver.bytes);
	free(bytes);
}
