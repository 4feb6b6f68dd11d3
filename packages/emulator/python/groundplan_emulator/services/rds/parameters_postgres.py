"""Parameters of PostgreSQL's families, PostgreSQL 13 to 17.

https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Appendix.PostgreSQL.CommonDBATasks.Parameters.html
https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraPostgreSQL.Reference.ParameterGroups.html
https://www.postgresql.org/docs/current/runtime-config.html
"""

from .words import words

#: take effect at a restart
STATIC = words(
    """
    autovacuum_freeze_max_age autovacuum_max_workers autovacuum_multixact_freeze_max_age huge_page_size huge_pages
    jit_provider max_connections max_files_per_process max_locks_per_transaction max_logical_replication_workers
    max_pred_locks_per_transaction max_prepared_transactions max_replication_slots max_wal_senders max_worker_processes
    min_dynamic_shared_memory old_snapshot_threshold rds.enable_plan_management rds.extensions rds.logical_replication
    rds.pg_stat_ramdisk_size rds.restrict_password_commands recovery_init_sync_method shared_buffers shared_memory_type
    shared_preload_libraries superuser_reserved_connections reserved_connections track_activity_query_size
    track_commit_timestamp wal_buffers pg_stat_statements.max cron.database_name cron.log_run cron.log_statement
    cron.max_running_jobs cron.use_background_workers pg_prewarm.autoprewarm pg_hint_plan.message_level
    commit_timestamp_buffers multixact_member_buffers multixact_offset_buffers notify_buffers serializable_buffers
    subtransaction_buffers transaction_buffers rds.babelfish_status apg_plan_mgmt.max_databases apg_plan_mgmt.max_plans
    """
)

DYNAMIC = words(
    """
    application_name archive_command array_nulls authentication_timeout autovacuum autovacuum_analyze_scale_factor
    autovacuum_analyze_threshold autovacuum_naptime autovacuum_vacuum_cost_delay autovacuum_vacuum_cost_limit
    autovacuum_vacuum_insert_scale_factor autovacuum_vacuum_insert_threshold autovacuum_vacuum_scale_factor
    autovacuum_vacuum_threshold autovacuum_work_mem backend_flush_after backslash_quote bgwriter_delay bgwriter_flush_after
    bgwriter_lru_maxpages bgwriter_lru_multiplier bytea_output check_function_bodies checkpoint_completion_target
    checkpoint_flush_after checkpoint_timeout checkpoint_warning client_connection_check_interval client_encoding
    client_min_messages commit_delay commit_siblings compute_query_id constraint_exclusion cpu_index_tuple_cost
    cpu_operator_cost cpu_tuple_cost cursor_tuple_fraction datestyle deadlock_timeout debug_pretty_print debug_print_parse
    debug_print_plan debug_print_rewritten default_statistics_target default_tablespace default_text_search_config
    default_toast_compression default_transaction_deferrable default_transaction_isolation default_transaction_read_only
    effective_cache_size effective_io_concurrency enable_async_append enable_bitmapscan enable_gathermerge
    enable_hashagg enable_hashjoin enable_incremental_sort enable_indexonlyscan enable_indexscan enable_material
    enable_memoize enable_mergejoin enable_nestloop enable_parallel_append enable_parallel_hash enable_partition_pruning
    enable_partitionwise_aggregate enable_partitionwise_join enable_presorted_aggregate enable_group_by_reordering
    enable_seqscan enable_sort enable_tidscan escape_string_warning exit_on_error extra_float_digits from_collapse_limit
    geqo geqo_effort geqo_generations geqo_pool_size geqo_seed geqo_selection_bias geqo_threshold gin_fuzzy_search_limit
    gin_pending_list_limit hash_mem_multiplier hot_standby_feedback icu_validation_level idle_in_transaction_session_timeout
    idle_replication_slot_timeout idle_session_timeout intervalstyle io_combine_limit jit jit_above_cost
    jit_inline_above_cost jit_optimize_above_cost join_collapse_limit lc_messages lc_monetary lc_numeric lc_time
    lo_compat_privileges lock_timeout log_autovacuum_min_duration log_checkpoints log_connections log_destination
    log_disconnections log_duration log_error_verbosity log_executor_stats log_filename log_hostname log_line_prefix
    log_lock_waits log_min_duration_sample log_min_duration_statement log_min_error_statement log_min_messages
    log_parameter_max_length log_parameter_max_length_on_error log_parser_stats log_planner_stats
    log_recovery_conflict_waits log_replication_commands log_rotation_age log_rotation_size log_statement
    log_statement_sample_rate log_statement_stats log_temp_files log_transaction_sample_rate logical_decoding_work_mem
    logical_replication_mode maintenance_io_concurrency maintenance_work_mem max_parallel_apply_workers_per_subscription
    max_parallel_maintenance_workers max_parallel_workers max_parallel_workers_per_gather max_pred_locks_per_page
    max_pred_locks_per_relation max_slot_wal_keep_size max_stack_depth max_standby_archive_delay
    max_standby_streaming_delay max_sync_workers_per_subscription max_wal_size min_parallel_index_scan_size
    min_parallel_table_scan_size min_wal_size operator_precedence_warning parallel_leader_participation
    parallel_setup_cost parallel_tuple_cost password_encryption plan_cache_mode quote_all_identifiers random_page_cost
    recovery_prefetch row_security scram_iterations search_path seq_page_cost session_preload_libraries
    session_replication_role ssl_ciphers ssl_max_protocol_version ssl_min_protocol_version standard_conforming_strings
    stats_fetch_consistency stats_temp_directory statement_timeout synchronize_seqscans synchronous_commit
    tcp_keepalives_count tcp_keepalives_idle tcp_keepalives_interval tcp_user_timeout temp_buffers temp_file_limit
    temp_tablespaces timezone track_activities track_counts track_functions track_io_timing track_wal_io_timing
    transaction_timeout transform_null_equals update_process_title vacuum_buffer_usage_limit vacuum_cost_delay
    vacuum_cost_limit vacuum_cost_page_dirty vacuum_cost_page_hit vacuum_cost_page_miss vacuum_failsafe_age
    vacuum_freeze_min_age vacuum_freeze_table_age vacuum_multixact_failsafe_age vacuum_multixact_freeze_min_age
    vacuum_multixact_freeze_table_age wal_compression wal_keep_size wal_receiver_create_temp_slot
    wal_receiver_status_interval wal_receiver_timeout wal_sender_timeout wal_skip_threshold wal_writer_delay
    wal_writer_flush_after work_mem xmlbinary xmloption
    rds.accepted_password_auth_method rds.adaptive_autovacuum rds.allowed_extensions rds.custom_dns_resolution
    rds.enable_pgactive rds.force_admin_logging_level rds.force_autovacuum_logging_level rds.force_ssl
    rds.global_db_rpo rds.log_retention_period rds.rds_superuser_reserved_connections rds.superuser_variables
    rds.allowed_delegated_extensions rds.delegated_extension_allow_drop_cascade rds.enable_memory_management
    """
)

#: of extensions, which have many
PREFIXES = (
    "auto_explain.",
    "pgaudit.",
    "pg_stat_statements.",
    "pg_hint_plan.",
    "pg_bigm.",
    "pglogical.",
    "plpgsql.",
    "plrust.",
    "orafce.",
    "postgis.",
    "pgtle.",
    "aurora_",
    "apg_",
    "aws_",
    "babelfishpg_",
)

#: of the group, but AWS's alone
FIXED = words(
    """
    archive_mode archive_timeout block_size config_file data_checksums data_directory fsync full_page_writes hba_file
    hot_standby ident_file integer_datetimes listen_addresses log_directory log_file_mode log_timezone
    log_truncate_on_rotation logging_collector port restart_after_crash server_encoding server_version
    server_version_num ssl ssl_ca_file ssl_cert_file ssl_key_file unix_socket_directories unix_socket_group
    unix_socket_permissions wal_level wal_sync_method synchronous_standby_names vacuum_defer_cleanup_age
    """
)

#: which an instance's group of an Aurora family does not have
OF_CLUSTER = words(
    """
    archive_timeout autovacuum autovacuum_freeze_max_age autovacuum_multixact_freeze_max_age client_encoding datestyle
    intervalstyle lc_messages lc_monetary lc_numeric lc_time password_encryption rds.force_ssl rds.global_db_rpo
    rds.logical_replication rds.babelfish_status ssl_ciphers ssl_max_protocol_version ssl_min_protocol_version
    synchronous_commit timezone track_commit_timestamp max_logical_replication_workers max_replication_slots
    max_wal_senders max_prepared_transactions rds.accepted_password_auth_method rds.restrict_password_commands
    """
)

LIBRARIES = tuple(
    sorted(
        words(
            """
            anon apg_plan_mgmt auto_explain babelfishpg_tds orafce pg_bigm pg_cron pg_hint_plan pg_partman_bgw pg_prewarm
            pg_similarity pg_stat_statements pg_tle pg_transport pgactive pgaudit pglogical plprofiler plrust pg_ivm decoder_raw
            """
        )
    )
)

#: parameters that hold several values, with commas
LISTS = ("shared_preload_libraries",)

ALLOWED = {
    "rds.force_ssl": ("0", "1"),
    "log_connections": ("0", "1", "on", "off", "true", "false"),
    "log_disconnections": ("0", "1", "on", "off", "true", "false"),
    "log_statement": ("none", "ddl", "mod", "all"),
    "rds.logical_replication": ("0", "1"),
    "shared_preload_libraries": LIBRARIES,
    "ssl_min_protocol_version": ("TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3"),
}
