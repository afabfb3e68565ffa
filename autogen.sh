#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Make ./configure from a fresh checkout.
cd "$(dirname "$0")" && mkdir -p m4 && exec autoreconf -fi
