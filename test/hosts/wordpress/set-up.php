<?php
// Fills WordPress, and prints what its users sign in with: names → password, application password.

define('WP_INSTALLING', true);
require __DIR__ . '/wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';

$users = [];
wp_install('Stadt Hügelland', 'administrator', 'administrator@town.example', true, '', 'geheim');
update_option('show_avatars', 0);
update_option('permalink_structure', '/%postname%/');
foreach (['administrator', 'editor', 'author', 'contributor'] as $role) {
  $user = get_user_by('login', $role);
  $id = $user ? $user->ID : wp_insert_user([
    'user_login' => $role,
    'user_pass' => 'geheim',
    'user_email' => "$role@town.example",
    'role' => $role,
  ]);
  // The tour of the editor stands before it until it is closed.
  update_user_meta($id, 'wp_persisted_preferences', [
    'core/edit-post' => ['welcomeGuide' => false],
    '_modified' => gmdate('c'),
  ]);
  [$password] = WP_Application_Passwords::create_new_application_password($id, ['name' => 'test']);
  $users[$role] = $password;
}
echo json_encode($users);
