/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The process from which plugins are run. It is started before anything secret is read: a plugin's own process, forked
 * from there, begins with the program, what the plugins declare and the documents that they are given, and never with
 * the rest of the bank, a key to sign with, or candidates' responses.
 */
#ifndef IW_RUNNER_H
#define IW_RUNNER_H

#include "plugin/run.h"

struct iw_runner;

/*
 * Start it, for these plugins, which are borrowed until it is freed. The program has one thread and has read nothing
 * secret yet. IW_SYSTEM when there can be no process. Free with iw_runner_free.
 */
enum iw_status iw_runner_start(const struct iw_loaded *const *plugins, size_t count, struct iw_runner **runner,
                               struct iw_error *e);

/* iw_plugins_run, from there. Each run is of one of its plugins; IW_SYSTEM for all when the process is no more. */
void iw_runner_run(struct iw_runner *runner, struct iw_plugin_run *runs, size_t count, unsigned jobs);

void iw_runner_free(struct iw_runner *runner);

#endif
