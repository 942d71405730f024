<?php
// PHP's own server takes what follows a dot in an address, as in oembed/1.0/proxy, for a file's ending.
$path = rawurldecode(parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH));
if ($path !== '/' && file_exists(__DIR__ . $path)) {
  return false;
}
$_SERVER['SCRIPT_NAME'] = '/index.php';
require __DIR__ . '/index.php';
