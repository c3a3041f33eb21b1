/**
 * Object names of /memory/argo: those whose role shows elsewhere in logs one by one, the others by family.
 * Every name of a published dump belongs to one entry; names of newer versions fall to a family's pattern.
 */
import type { Field } from '../../engine/catalogue';
import { inferred } from './build';

const FORMATS = ['memory-argo', 'memory-report', 'cpu-report'];
const CHANGE =
  'Out should stay near 0: objects live only while a message is handled. Steady growth of Out is a leak or a queue that is not emptied.';

const SINGLE: readonly (readonly [name: string, meaning: string, lookAt?: string])[] = [
  ['zpn_broker_request', 'Request to open a tunnel to an application; counted as BrkRq.', 'rpc.BrkRq'],
  ['zpn_broker_request_ack', 'Direct answer to such a request; counted as BrkRqAck.', 'rpc.BrkRqAck'],
  ['zpn_mtunnel_bind', 'Request to tie a tunnel to the connection of the user; counted as BindReq.', 'rpc.BindReq'],
  ['zpn_mtunnel_bind_ack', 'Confirmation of a bind; counted as BindAck.', 'rpc.BindReqAck'],
  ['zpn_mtunnel_end', 'End of a Microtunnel; counted as MtunnelEnd.', 'rpc.rx.MtunnelEnd'],
  ['zpn_mtunnel_tag_pause', 'Holds one stream; counted as TagPause.', 'rpc.rx.TagPause'],
  ['zpn_mtunnel_tag_resume', 'Lets a held stream go on; counted as TagResume.', 'rpc.rx.TagResume'],
  ['zpn_fohh_tlv_window_update', 'Allows the peer to send more; counted as WinUpdate.', 'rpc.rx.WinUpdate'],
  ['zpn_app_route_discovery', 'Asks which applications this connector reaches; counted as AppRtDisc.', 'rpc.AppRtDisc'],
  ['zpn_app_route_registration', 'Report of a reachable application; counted as AppRtReq.', 'rpc.AppRtReq'],
  ['zpn_app_route_info', 'Details of an application route.', 'rpc.AppRtReq'],
  ['zpn_app_route_log', 'Log record about an application route.', 'rpc.AppRtReq'],
  [
    'zpn_dns_assistant_check',
    'Asks the connector to resolve a name; counted as DsnAstChk or DnsChk.',
    'rpc.rx.DnsChk.Dsp',
  ],
  ['zpn_health_report', 'Health of application targets; counted as HealthRp.', 'rpc.tx.HealthRp'],
  ['zpn_health_log', 'Log record about the health of a target.', 'rpc.tx.HealthRp'],
  [
    'zpn_broker_redirect',
    'Sends a connection to another Service Edge; counted as Redirect.',
    'rpc.rx.Control Redirect',
  ],
  [
    'zpn_assistant_comprehensive_stats',
    'The metrics sent every five minutes; counted as ComprehensiveStats.',
    'rpc.tx.ComprehensiveStats',
  ],
  ['zpn_version', 'Exchange of software versions at connect.'],
  ['zpn_version_ack', 'Answer to the exchange of versions.'],
  ['zpn_assistant_restart', 'Order to restart the connector.'],
  ['zpn_asst_restart_reason', 'Why the connector restarted, as the portal shows it.'],
  ['zpn_asst_active_control_connection', 'Says which control connection is the active one.'],
  ['zpn_asst_environment_report', 'Report on the host of the connector.'],
  ['zpn_assistant_status_report', 'Status of the connector for the portal.'],
  ['zpn_assistant_log_control', 'Switches log kinds on or off from the cloud.'],
  ['zpn_assistant_stats_control', 'Switches statistics on or off from the cloud.'],
  ['zpn_trans_log', 'User activity record (log type zpn_trans_log).'],
  ['zpn_auth_log', 'User status record (log type zpn_auth_log).'],
  ['zpn_ast_auth_log', 'App Connector status record (log type zpn_ast_auth_log).'],
  ['zpn_audit_log', 'Audit record of the portal.'],
  ['zpn_sys_auth_log', 'Private Service Edge status record (log type zpn_sys_auth_log).'],
  ['zpn_http_trans_log', 'Browser Access record (log type zpn_http_trans_log).'],
  [
    'zpn_tcp_info_report',
    'Figures of the TCP stack about a connection, source of RTT values.',
    'connection.control.rtt.tcp',
  ],
  ['zpath_debug_mallinfo', 'State of the C library heap.'],
  ['zpath_debug_memory_allocator_stats', 'The rows of /memory/status themselves.'],
  ['zthread_rusage', 'Processor use of a thread, source of the thread CPU line.', 'threads.*'],
  ['zpn_event_cpu_starvation', 'Portal event: the process did not get processor time.', 'CPU.Steal'],
  [
    'zpn_event_system_control_connection_disconnect',
    'Portal event: control connection lost.',
    'connection.control.state',
  ],
  [
    'zpn_event_system_socket_bind_failure',
    'Portal event: no source port or address could be bound.',
    'sockets.Ports available per interface',
  ],
];

interface Family {
  readonly title: string;
  readonly meaning: string;
  /** Name beginnings, without `object.`; matched where no entry names the object. */
  readonly patterns: readonly string[];
  readonly members: string;
}

const FAMILIES: readonly Family[] = [
  {
    title: 'Messages of the argo layer',
    meaning: 'Log, description and reader records of the layer that carries all other objects.',
    patterns: ['argo_'],
    members: 'argo_log argo_log_text argo_log_text_from_file argo_reader_stats argo_description',
  },
  {
    title: 'Start and host records of the platform',
    meaning: 'Records about start-up, host and configuration overrides written by the shared library.',
    patterns: ['zpath_', 'zthread_'],
    members: 'zpath_inittime zpath_system_sysinfo zpath_config_override_stats zpath_config_override zpath_customer',
  },
  {
    title: 'Connection layer records',
    meaning: 'Status requests, statistics and log elements of the framed connection layer (fohh).',
    patterns: ['fohh_'],
    members:
      'fohh_http_request fohh_status_request fohh_status_response fohh_connection_stats fohh_private_tcp_info fohh_connection_state_stats fohh_connection_cipher_stats fohh_connection_error_stats fohh_info fohh_connection_alloc_stats fohh_connection_aggregated_stats_sum fohh_log_element fohh_log_element_ack fohh_log_type',
  },
  {
    title: 'Configuration synchronisation',
    meaning: 'Rows, requests and statistics of the tables that are kept in step with the cloud (wally).',
    patterns: ['wally_', 'wp_db_'],
    members:
      'wally_stats generic_row wally_db_stats wally_db_table_stats wally_fohh_connection_stats wally_registrant_stats wally_sync_pause_stats wally_postgres_table_bootup_stats wally_postgres_table_stats wally_table_stats wp_db_stats wp_db_table_stats wally_fohh_register_row_request_string wally_fohh_deregister_row_request_string wally_fohh_register_row_request_integer wally_fohh_deregister_row_request_integer wally_fohh_request_result wally_fohh_version wally_fohh_version_ack',
  },
  {
    title: 'Statistics of the App Connector',
    meaning:
      'Statistics the connector (assistant) keeps about its control connections, data, applications, services, logs and name resolution.',
    patterns: ['assistant_', 'zpn_assistant_'],
    members:
      'assistant_features_stats assistant_features assistant_state assistant_cfg_stats assistant_cfg_ovd_stats assistant_log_tx_stats assistant_control_stats assistant_broker_control_stats assistant_broker_control_fohh_stats assistant_pbroker_control_stats assistant_broker_control_tx_stats assistant_broker_control_tx_fohh_stats assistant_pbroker_control_tx_stats assistant_pbroker_control_tx_fohh_stats assistant_control_tx_stats assistant_control_tx_fohh_stats assistant_stats_stats assistant_sticky_cache_stats assistant_app_stats assistant_service_stats assistant_dns_per_thread_stats assistant_data_stats assistant_data_mtunnel_stats assistant_init_stats assistant_stats_tx_stats zpn_assistant_state zpn_asst_state zpn_assistant_system_stats zpn_assistant_data_stats zpn_assistant_rpc_stats zpn_assistant_scache_stats zpn_assistant_app_stats zpn_assistant_data_mtunnel_global_stats zpn_assistant_data_mtunnel_stats zpn_assistant_dns_stats zpn_assistant_ncache_stats zpn_assistant_monitor_stats zpn_assistant_fproxy_stats zpn_assistant_dr_stats zpn_ast_auth_report',
  },
  {
    title: 'Keys and certificates of the App Connector',
    meaning:
      'Orders about private keys and certificates of connector and applications, and keys for files fetched from the cloud.',
    patterns: ['zpn_file_fetch_', 'zpn_decrypt_key_'],
    members:
      'zpn_assistant_pvt_key_control zpn_assistant_gen_cert_control zpn_assistant_app_cert_key_control zpn_file_fetch_key zpn_decrypt_key_request zpn_decrypt_key_response zpn_public_cert',
  },
  {
    title: 'Worker statistics',
    meaning: 'Statistics of the connection workers by kind of peer.',
    patterns: ['zpn_fohh_worker_', 'zpn_fohh_'],
    members:
      'zpn_fohh_worker_stats zpn_fohh_worker_client_stats zpn_fohh_worker_assistant_stats zpn_fohh_worker_pbroker_stats zpn_fohh_worker_sitec_stats zpn_fohh_worker_sla_stats zpn_mconn_fohh_tlv_stats zpn_mconn_icmp_stats zpn_mconn_icmpv6_stats zpn_mtunnel_data_mconn_stats',
  },
  {
    title: 'Host statistics',
    meaning: 'Disk, processor, memory, network, descriptor and socket figures of the host.',
    patterns: ['zpn_system_'],
    members:
      'zpn_system_disk_stats zpn_system_cpu_stats zpn_system_memory_stats zpn_system_network_stats zpn_system_fd_stats zpn_system_sock_stats zpn_system_inventory_stats',
  },
  {
    title: 'Sign-in messages by kind of client',
    meaning:
      'Authentication of clients (Client Connector, machine tunnel, exporter, edge and branch connector, virtual desktop and others) and its answer. A connector knows the types without using them.',
    patterns: [
      'zpn_client_authenticate',
      'zpn_machine_tunnel_',
      'zpn_trusted_client_',
      'zpn_bi_client_',
      'zpn_ec_client_',
      'zpn_vdi_client_',
      'zpn_ia_client_',
      'zpn_zins_client_',
      'zpn_a2pb_',
    ],
    members:
      'zpn_client_authenticate zpn_client_authenticate_ack zpn_machine_tunnel_client_authenticate zpn_machine_tunnel_client_authenticate_ack zpn_trusted_client_authenticate zpn_trusted_client_authenticate_ack zpn_exporter_client_authenticate zpn_exporter_client_authenticate_ack zpn_bi_client_authenticate zpn_bi_client_authenticate_ack zpn_pbroker_client_authenticate zpn_pbroker_client_authenticate_ack zpn_ec_client_authenticate zpn_vdi_client_authenticate zpn_ec_client_authenticate_ack zpn_vdi_client_authenticate_ack zpn_ia_client_authenticate zpn_ia_client_authenticate_ack zpn_zins_client_authenticate zpn_zins_client_authenticate_ack zpn_a2pb_authentication zpn_a2pb_authentication_ack zpn_broker_vdi_authentication_stats zpn_stepup_auth_stats zpn_auth_state_log',
  },
  {
    title: 'Messages of clients',
    meaning:
      'What clients exchange with a Service Edge: applications, search domains, configuration, state, connection upgrades.',
    patterns: ['zpn_client_', 'zpn_pbclient_', 'client_', 'zpn_managed_'],
    members:
      'zpn_client_connection_upgrade zpn_client_connection_upgrade_response zpn_client_app zpn_client_app_complete zpn_client_search_domain zpn_client_search_domain_complete zpn_client_search_domain_all zpn_client_config_updated zpn_client_aggregated_domains zpn_client_state client_state zpn_client_broker_app_registration zpn_client_private_broker_app_registration zpn_client_app_registration_notification zpn_pbclient_debug_stats zpn_managed_chrome_payload zpn_clientless_app_query zpn_clientless_app_query_ack',
  },
  {
    title: 'Device posture and trusted networks',
    meaning: 'Posture profiles, their checks and the trusted networks that clients report.',
    patterns: ['zpn_posture_', 'zpn_server_validated_', 'zpn_svcp_', 'zpn_trusted_networks'],
    members:
      'zpn_posture_profile_start zpn_posture_profile zpn_posture_profile_ack zpn_server_validated_cert_posture_check_request zpn_server_validated_cert_posture_check_response_payload zpn_server_validated_cert_posture_check_response zpn_server_validated_cert_posture_check_done zpn_svcp_pb_posture_profile zpn_svcp_stats zpn_trusted_networks zpn_trusted_networks_ack',
  },
  {
    title: 'Microtunnel messages',
    meaning: 'Requests for tunnels, their transit between brokers and tunnel statistics.',
    patterns: ['zpn_mtunnel_', 'zpn_transit_'],
    members: 'zpn_mtunnel_request zpn_mtunnel_request_int zpn_mtunnel_request_ack zpn_mtunnel_stats zpn_transit_req',
  },
  {
    title: 'Broker and dispatcher messages',
    meaning:
      'What brokers and dispatchers exchange: checks of names and applications, path caches, registrations, status.',
    patterns: ['zpn_broker_', 'zpn_dispatcher_', 'zpn_dns_', 'zpn_app_client_', 'zpn_instance_'],
    members:
      'zpn_instance_info zpn_dns_client_check zpn_app_client_check zpn_dns_dispatch_check zpn_broker_dispatcher_c2c_app_check zpn_dispatcher_status zpn_broker_info zpn_broker_client_path_cache_stats zpn_broker_client_neg_path_cache_stats zpn_broker_client_latency_probe_stats zpn_broker_dispatcher_app_registration zpn_broker_dispatcher_zia_location_registration zpn_zrdt_info_report',
  },
  {
    title: 'Private Service Edge records',
    meaning: 'Status, statistics and orders of Private Service Edges (private broker, pbroker).',
    patterns: ['zpn_pbroker_', 'zpn_private_broker', 'zpn_pse_'],
    members:
      'zpn_pbroker_client_switch_to_cloud zpn_pbroker_environment_report zpn_pbroker_status_report zpn_pbroker_stats_control zpn_pbroker_log_control zpn_pbroker_trans_log zpn_private_broker_system_stats zpn_pbroker_comprehensive_stats zpn_pbroker_file_stats zpn_pbroker_dns_dispatcher_stats zpn_pse_resiliency_stats zpn_private_broker_dr_stats zpn_pbroker_mtunnel_stats zpn_private_broker_fproxy_stats zpn_private_broker_load zpn_private_broker zpn_private_broker_group zpn_private_broker_to_group',
  },
  {
    title: 'Private Cloud Controller records',
    meaning: 'Status, statistics and orders of Private Cloud Controllers (site controller, sitec).',
    patterns: ['zpn_sitec_', 'zpn_site', 'zpn_ddil_'],
    members:
      'zpn_sitec_auth_log zpn_sitec_system_stats zpn_sitec_comprehensive_stats zpn_sitec_stats_control zpn_sitec_log_control zpn_sitec_status_report zpn_sitec_environment_report zpn_sitec_siem_log_stats zpn_sitec_siem_log_stats_per_conn zpn_ddil_config zpn_site',
  },
  {
    title: 'Browser Access records',
    meaning: 'Messages of the exporter, the part that serves Browser Access and privileged remote access.',
    patterns: ['zpn_exporter_'],
    members: 'zpn_exporter_log_data zpn_exporter_data_ack zpn_exporter_log_data_ack zpn_exporter_pra_guac_proxy_data',
  },
  {
    title: 'Internet access integration',
    meaning: 'Exchange with the internet access service (ZIA): identity, instances, locations, health.',
    patterns: ['zpn_zia_'],
    members:
      'zpn_zia_identity zpn_zia_instance_info zpn_zia_instance_info_ack zpn_zia_location_update zpn_zia_location_update_ack zpn_zia_health zpn_zia_instance_data zpn_zia_instance_data_ack',
  },
  {
    title: 'Proxy orders',
    meaning: 'Adding and removing of proxies.',
    patterns: ['zpn_add_proxy', 'zpn_delete_proxy'],
    members: 'zpn_add_proxy zpn_add_proxy_ack zpn_delete_proxy',
  },
  {
    title: 'Inspection',
    meaning: 'Log records, profiles and controls of AppProtection (web, LDAP, SMB, Kerberos, protocol tags).',
    patterns: [
      'zpn_waf_',
      'zpn_inspection_',
      'zpn_adp_',
      'zpn_app_inspection_',
      'zpn_ptag_',
      'zpn_krb_',
      'zpn_ldap_',
      'zpn_smb_',
      'ad_proto_',
    ],
    members:
      'zpn_waf_http_exchanges_log zpn_waf_http_exchanges_api_log zpn_adp_log zpn_app_inspection_log zpn_ptag_log zpn_krb_inspection_log zpn_ldap_inspection_log zpn_smb_inspection_log zpn_inspection_config_data zpn_inspection_zsdefined_control zpn_inspection_application zpn_inspection_profile_to_control zpn_inspection_prof_to_zsdefined_ctrl zpn_inspection_profile zpn_pipeline_stats zpn_transform_stats ad_proto_bits',
  },
  {
    title: 'Configuration tables',
    meaning: 'Rows of the configuration: applications, groups, servers, connectors and what ties them together.',
    patterns: ['zpn_application', 'zpn_app_', 'zpn_server', 'zpn_assistantgroup_', 'zpn_sub_module_'],
    members:
      'zpn_assistant zpn_assistant_version zpn_sub_module_upgrade zpn_application zpn_application_search_stats zpn_application_group zpn_assistantgroup_assistant_relation zpn_assistant_group zpn_server_group_assistant_group zpn_server_group zpn_app_group_relation zpn_application_group_application_mapping zpn_servergroup_server_relation zpn_app_server',
  },
  {
    title: 'Digital experience monitoring',
    meaning: 'Probes, traces and caches of ZDX.',
    patterns: ['zpn_zdx_'],
    members:
      'zpn_zdx_webprobe_cache_stats zpn_zdx_webprobe_cache_error_stats zpn_zdx_webprobe_cache_https_ptls_stats zpn_zdx_webprobe_cache_https_ptls_err_stats zpn_zdx_probe_legs_info zpn_zdx_probe_leg_meta_data zpn_zdx_mtr_stats zpn_zdx_probe_telemetry_stats zpn_zdx_probe_http_response_error_stats zpn_zdx_probe_error_stats zpn_zdx_probe_stats zpn_zdx_cache_stats',
  },
  {
    title: 'Health probe library',
    meaning: 'Statistics of the probes towards application targets.',
    patterns: ['zhealth_'],
    members: 'zhealth_probe_lib_raw_sock_stats zhealth_probe_lib_stats zhealth_probe_lib_udp_raw_sock_stats',
  },
  {
    title: 'Portal probes',
    meaning:
      'Commands an administrator runs on the connector from the portal (ping, TCP, DNS, capture, upload) and their statistics.',
    patterns: ['admin_probe_', 'zpn_command_probe'],
    members:
      'zpn_command_probe admin_probe_task_module_tcpdump_stats admin_probe_uploader_stats zpn_command_probe_status admin_probe_stats admin_probe_task_module_stats admin_probe_task_module_icmp_stats admin_probe_task_module_tcp_stats admin_probe_task_module_common_stats admin_probe_task_module_dns_stats admin_probe_rpc_send_stats',
  },
  {
    title: 'Network connector',
    meaning: 'Statistics of the WireGuard part of the network connector.',
    patterns: ['npwg_', 'np_'],
    members: 'npwg_provider_stats npwg_config_stats',
  },
  {
    title: 'Datagram transport',
    meaning: 'Statistics of the reliable datagram transport.',
    patterns: ['zrdt_'],
    members: 'zrdt_stream_stats zrdt_conn_stats',
  },
  {
    title: 'Portal events',
    meaning: 'Events that the portal shows in its event log, and their statistics.',
    patterns: ['zpn_event_'],
    members: 'zpn_event_test_data zpn_event_stats zpn_event_broker_stats zpn_event_assistant_stats',
  },
  {
    title: 'Private access protocol',
    meaning: 'An object of the private access protocol (zpn) that no published dump names.',
    patterns: ['zpn_'],
    members: '',
  },
];

const singles: readonly Field[] = SINGLE.map(([name, meaning, lookAt]) => ({
  names: [`object.${name}`],
  labels: [name],
  formats: FORMATS,
  title: name,
  unit: 'identifier',
  meaning,
  change: CHANGE,
  lookAt: lookAt === undefined ? ['out.bytes'] : ['out.bytes', lookAt],
  source: inferred('The name of the object, and the counter or log type of the same name.'),
}));

const families: readonly Field[] = FAMILIES.map(({ title, meaning, patterns, members }) => {
  const names = members === '' ? [] : members.split(' ');
  return {
    names: [...patterns.map((pattern) => `object.${pattern}*`), ...names.map((name) => `object.${name}`)],
    labels: names,
    formats: FORMATS,
    title,
    unit: 'identifier',
    meaning,
    change: CHANGE,
    lookAt: ['out.bytes'],
    source: inferred('The family of the name; nothing is published about the single object.'),
  };
});

const rest: Field = {
  names: ['object.*'],
  labels: ['object'],
  formats: FORMATS,
  title: 'Object of the argo layer',
  unit: 'identifier',
  meaning: 'A kind of message or record with its memory. No published dump names it.',
  change: CHANGE,
  lookAt: ['out.bytes'],
  source: inferred('Its place in the dump.'),
};

export default [...singles, ...families, rest];
