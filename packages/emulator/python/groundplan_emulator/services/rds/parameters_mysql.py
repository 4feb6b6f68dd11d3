"""Parameters of MySQL's and MariaDB's families.

https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Appendix.MySQL.Parameters.html
https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Appendix.MariaDB.Parameters.html
https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Reference.ParameterGroups.html
https://dev.mysql.com/doc/refman/8.4/en/server-system-variable-reference.html
"""

from .words import words

#: take effect at a restart
STATIC = words(
    """
    back_log default_authentication_plugin enforce_gtid_consistency ft_max_word_len
    ft_min_word_len ft_query_expansion_limit ft_stopword_file gtid-mode gtid_mode ignore_builtin_innodb
    innodb_adaptive_hash_index_parts innodb_autoinc_lock_mode innodb_buffer_pool_chunk_size innodb_buffer_pool_instances
    innodb_buffer_pool_load_at_startup innodb_dedicated_server innodb_doublewrite innodb_flush_method innodb_ft_cache_size
    innodb_ft_max_token_size innodb_ft_min_token_size innodb_ft_sort_pll_degree innodb_ft_total_cache_size
    innodb_log_file_size innodb_log_files_in_group innodb_numa_interleave
    innodb_open_files innodb_page_cleaners innodb_page_size innodb_purge_threads innodb_read_io_threads
    innodb_read_only innodb_rollback_on_timeout innodb_sort_buffer_size innodb_sync_array_size innodb_use_native_aio
    innodb_write_io_threads log_bin log_replica_updates log_slave_updates log-slave-updates lower_case_table_names
    max_digest_length metadata_locks_cache_size mysql_native_password ngram_token_size old open_files_limit performance_schema
    plugin_dir relay_log_recovery replica_load_tmpdir replica_skip_errors
    rds.optimized_writes skip_name_resolve slave_skip_errors
    source_verify_checksum sysdate-is-now table_open_cache_instances
    thread_handling thread_stack tls_version innodb_temp_data_file_path binlog_gtid_simple_recovery
    log_bin_use_v1_row_events wsrep_on aria_log_file_size
    """
)

DYNAMIC = words(
    """
    activate_all_roles_on_login admin_ssl_ca authentication_policy auto_increment_increment auto_increment_offset autocommit
    automatic_sp_privileges binlog_cache_size binlog_checksum binlog_direct_non_transactional_updates
    binlog_error_action binlog_expire_logs_auto_purge binlog_expire_logs_seconds binlog_format binlog_group_commit_sync_delay
    binlog_group_commit_sync_no_delay_count binlog_max_flush_queue_time binlog_order_commits binlog_row_event_max_size
    binlog_row_image binlog_row_metadata binlog_row_value_options binlog_rows_query_log_events binlog_stmt_cache_size
    binlog_transaction_compression binlog_transaction_dependency_tracking block_encryption_mode bulk_insert_buffer_size
    caching_sha2_password_digest_rounds character-set-client-handshake character_set_client character_set_connection
    character_set_database character_set_filesystem character_set_results character_set_server check_proxy_users
    collation_connection collation_server completion_type concurrent_insert connect_timeout connection_memory_chunk_size
    connection_memory_limit cte_max_recursion_depth default_collation_for_utf8mb4 default_password_lifetime
    default_storage_engine default_table_encryption default_time_zone default_tmp_storage_engine default_week_format
    delay_key_write delayed_insert_limit delayed_insert_timeout delayed_queue_size disconnect_on_expired_password
    div_precision_increment end_markers_in_json eq_range_index_dive_limit event_scheduler expire_logs_days
    explain_format explicit_defaults_for_timestamp flush flush_time foreign_key_checks general_log
    generated_random_password_length global_connection_memory_limit group_concat_max_len group_replication_consistency
    histogram_generation_max_mem_size host_cache_size idle_readonly_transaction_timeout idle_transaction_timeout
    idle_write_transaction_timeout information_schema_stats_expiry init_connect init_replica init_slave
    innodb_adaptive_flushing innodb_adaptive_flushing_lwm innodb_adaptive_hash_index innodb_adaptive_max_sleep_delay
    innodb_autoextend_increment innodb_buffer_pool_dump_at_shutdown innodb_buffer_pool_dump_now innodb_buffer_pool_dump_pct
    innodb_buffer_pool_filename innodb_buffer_pool_in_core_file innodb_buffer_pool_load_abort innodb_buffer_pool_load_now
    innodb_buffer_pool_size innodb_change_buffer_max_size innodb_change_buffering innodb_checksum_algorithm
    innodb_cmp_per_index_enabled innodb_commit_concurrency innodb_compression_failure_threshold_pct
    innodb_compression_level innodb_compression_pad_pct_max innodb_concurrency_tickets innodb_ddl_buffer_size
    innodb_ddl_threads innodb_deadlock_detect innodb_default_row_format innodb_disable_sort_file_cache innodb_fast_shutdown
    innodb_fill_factor innodb_flush_log_at_timeout innodb_flush_log_at_trx_commit innodb_flush_neighbors innodb_flush_sync
    innodb_flushing_avg_loops innodb_ft_aux_table innodb_ft_enable_stopword innodb_ft_num_word_optimize
    innodb_ft_result_cache_limit innodb_ft_server_stopword_table innodb_ft_user_stopword_table innodb_idle_flush_pct
    innodb_io_capacity innodb_io_capacity_max innodb_lock_wait_timeout innodb_log_buffer_size innodb_log_checksums
    innodb_log_compressed_pages innodb_log_spin_cpu_abs_lwm innodb_log_spin_cpu_pct_hwm
    innodb_log_wait_for_flush_spin_hwm innodb_log_write_ahead_size innodb_log_writer_threads innodb_lru_scan_depth
    innodb_max_dirty_pages_pct innodb_max_dirty_pages_pct_lwm innodb_max_purge_lag innodb_max_purge_lag_delay
    innodb_max_undo_log_size innodb_monitor_disable innodb_monitor_enable innodb_monitor_reset innodb_monitor_reset_all
    innodb_old_blocks_pct innodb_old_blocks_time innodb_online_alter_log_max_size innodb_optimize_fulltext_only
    innodb_parallel_read_threads innodb_print_all_deadlocks innodb_print_ddl_logs innodb_purge_batch_size
    innodb_purge_rseg_truncate_frequency innodb_random_read_ahead innodb_read_ahead_threshold innodb_redo_log_capacity
    innodb_replication_delay innodb_rollback_segments innodb_segment_reserve_factor innodb_spin_wait_delay
    innodb_spin_wait_pause_multiplier innodb_stats_auto_recalc innodb_stats_include_delete_marked innodb_stats_method
    innodb_stats_on_metadata innodb_stats_persistent innodb_stats_persistent_sample_pages
    innodb_stats_transient_sample_pages innodb_status_output innodb_status_output_locks innodb_strict_mode
    innodb_sync_spin_loops innodb_table_locks innodb_thread_concurrency innodb_thread_sleep_delay
    innodb_tmpdir innodb_undo_log_truncate innodb_use_fdatasync innodb_max_bitmap_file_size interactive_timeout
    internal_tmp_mem_storage_engine join_buffer_size keep_files_on_create key_buffer_size key_cache_age_threshold
    key_cache_block_size key_cache_division_limit lc_messages lc_time_names local_infile lock_wait_timeout
    log_bin_trust_function_creators log_error_suppression_list log_error_verbosity log_output
    log_queries_not_using_indexes log_raw log_slow_admin_statements log_slow_extra log_slow_filter log_slow_query
    log_slow_rate_limit log_slow_replica_statements log_slow_slave_statements log_slow_verbosity
    log_statements_unsafe_for_binlog log_throttle_queries_not_using_indexes log_warnings long_query_time
    low_priority_updates mandatory_roles master_verify_checksum max_allowed_packet max_binlog_cache_size max_binlog_size
    max_binlog_stmt_cache_size max_connect_errors max_connections max_delayed_threads max_error_count
    max_execution_time max_statement_time max_heap_table_size max_insert_delayed_threads max_join_size max_length_for_sort_data
    max_points_in_geometry max_prepared_stmt_count max_seeks_for_key max_sort_length max_sp_recursion_depth
    max_user_connections max_write_lock_count min_examined_row_limit myisam_data_pointer_size myisam_max_sort_file_size
    myisam_mmap_size myisam_sort_buffer_size myisam_stats_method myisam_use_mmap net_buffer_length net_read_timeout
    net_retry_count net_write_timeout new offline_mode old_alter_table old_mode optimizer_max_subgraph_pairs
    optimizer_prune_level optimizer_search_depth optimizer_switch optimizer_trace optimizer_trace_features
    optimizer_trace_limit optimizer_trace_max_mem_size optimizer_trace_offset parser_max_mem_size partial_revokes
    password_history password_require_current password_reuse_interval persist_only_admin_x509_subject
    preload_buffer_size print_identified_with_as_hex profiling_history_size protocol_compression_algorithms
    query_alloc_block_size query_cache_limit query_cache_min_res_unit query_cache_size query_cache_type
    query_cache_wlock_invalidate query_prealloc_size range_alloc_block_size range_optimizer_max_mem_size rbr_exec_mode
    read_buffer_size read_only read_rnd_buffer_size regexp_stack_limit regexp_time_limit relay_log_space_limit
    replica_allow_batching replica_checkpoint_group replica_checkpoint_period replica_compressed_protocol
    replica_exec_mode replica_net_timeout replica_parallel_type replica_parallel_workers replica_pending_jobs_size_max
    replica_preserve_commit_order replica_sql_verify_checksum replica_transaction_retries replica_type_conversions
    replication_optimize_for_static_plugin_config report_host report_password report_port report_user
    require_secure_transport restrict_fk_on_non_standard_key schema_definition_cache select_into_buffer_size
    select_into_disk_sync secondary_engine_cost_threshold server_audit_events server_audit_excl_users
    server_audit_incl_users server_audit_logging server_audit_logs_upload server_audit_query_log_limit
    server_audit_file_rotate_size server_audit_file_rotations session_track_gtids session_track_schema
    session_track_state_change session_track_system_variables session_track_transaction_info
    sha256_password_proxy_users show_create_table_verbosity show_gipk_in_create_table_and_information_schema
    show_old_temporals simplified_binlog_gtid_recovery skip_external_locking skip_replica_start skip_show_database
    slave_checkpoint_group slave_checkpoint_period slave_compressed_protocol slave_exec_mode slave_net_timeout
    slave_parallel_mode slave_parallel_threads slave_parallel_type slave_parallel_workers slave_pending_jobs_size_max
    slave_preserve_commit_order slave_rows_search_algorithms slave_sql_verify_checksum slave_transaction_retries
    slave_type_conversions slow_launch_time slow_query_log sort_buffer_size source_connect_retry
    sql_generate_invisible_primary_key sql_mode sql_require_primary_key sql_select_limit sql_warnings ssl_fips_mode
    stored_program_cache stored_program_definition_cache super_read_only sync_binlog sync_frm sync_master_info
    sync_relay_log sync_relay_log_info sync_source_info system_versioning_alter_history table_definition_cache
    table_encryption_privilege_check table_open_cache tablespace_definition_cache temptable_max_mmap temptable_max_ram
    temptable_use_mmap thread_cache_size thread_pool_idle_timeout thread_pool_max_threads thread_pool_size
    time_zone tls_ciphersuites tmp_table_size tmp_memory_table_size transaction_alloc_block_size transaction_isolation
    transaction_prealloc_size transaction_read_only tx_isolation tx_read_only unique_checks updatable_views_with_limit
    use_secondary_engine use_stat_tables userstat validate_password.check_user_name validate_password.dictionary_file
    validate_password.length validate_password.mixed_case_count validate_password.number_count
    validate_password.policy validate_password.special_char_count validate_password_length validate_password_policy
    wait_timeout windowing_use_high_precision xa_detach_on_prepare ssl_cipher
    rds.sys_exec_show_warnings innodb_encrypt_tables innodb_print_lock_wait_timeout_info
    """
)

PREFIXES = (
    "performance_schema_",
    "performance-schema-",
    "aurora_",
    "aws_default_",
    "validate_password",
    "simple_password_check_",
    "aria_",
    "feedback_",
    "rds_",
    "awsauthenticationplugin",
)

#: of the group, but AWS's alone
FIXED = words(
    """
    allow-suspicious-udfs basedir datadir innodb_data_file_path innodb_data_home_dir innodb_file_per_table
    innodb_log_group_home_dir innodb_undo_directory log-bin log_bin_basename log_error general_log_file max_binlog_files
    pid_file port relay-log replicate secure_file_priv server_id skip-slave-start slow_query_log_file socket tmpdir
    ssl_ca ssl_cert ssl_key version
    """
)

#: which an instance's group of an Aurora family does not have
OF_CLUSTER = words(
    """
    auto_increment_increment auto_increment_offset aurora_load_from_s3_role aurora_select_into_s3_role binlog_checksum
    binlog_format binlog_row_image binlog_rows_query_log_events character-set-client-handshake character_set_client
    character_set_connection character_set_database character_set_filesystem character_set_results character_set_server
    collation_connection collation_server completion_type default_storage_engine enforce_gtid_consistency event_scheduler
    gtid-mode innodb_autoinc_lock_mode innodb_commit_concurrency innodb_flush_log_at_trx_commit innodb_strict_mode
    lower_case_table_names partial_revokes read_only require_secure_transport server_audit_cw_upload server_audit_events
    server_audit_excl_users server_audit_incl_users server_audit_logging server_audit_logs_upload time_zone tls_version
    ssl_cipher sync_binlog server_id
    """
)

LISTS: tuple[str, ...] = ()

_SWITCH = ("0", "1", "ON", "OFF", "on", "off")
_SWITCHES = ("require_secure_transport", "general_log", "slow_query_log", "event_scheduler", "performance_schema")
ALLOWED = dict.fromkeys(_SWITCHES, _SWITCH)
