<?php
// The only things that are otherwise than on a town's server: the directory is on this machine, at a
// port of its own, with a certificate that nobody else trusts. WordPress refuses all three as a guard
// against forged requests. Discovery, oEmbed and what is filtered of both stay WordPress's own.

add_filter('http_request_host_is_external', fn($is, $host) => $is || $host === '127.0.0.1', 10, 2);
add_filter('http_allowed_safe_ports', function ($ports, $host, $url) {
  return $host === '127.0.0.1' ? [...$ports, parse_url($url, PHP_URL_PORT)] : $ports;
}, 10, 3);
add_filter('http_request_args', function ($args) {
  return ['sslcertificates' => getenv('CERTIFICATE')] + $args;
});

// No letters.
add_filter('pre_wp_mail', '__return_true');

// German without WordPress's translations, and no look-up of the host that serves pictures of emoji.
add_filter('locale', fn() => is_admin() ? 'en_US' : 'de_DE');
add_filter('emoji_svg_url', '__return_false');

// The classic editor for whoever asks for it, as its plugin does it.
add_filter('use_block_editor_for_post', fn($is) => $is && !isset($_GET['classic-editor']));
add_filter('redirect_post_location', function ($address) {
  $is = str_contains((string) wp_get_referer(), 'classic-editor');
  return $is ? add_query_arg('classic-editor', '', $address) : $address;
});
