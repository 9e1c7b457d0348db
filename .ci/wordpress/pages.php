<?php
// Sets WordPress up, and gives it a page for each way to show the spreekuren:
//
//   php pages.php WORDPRESS SITE ADDRESS
//
// WORDPRESS is its folder, SITE that of the site, which is at ADDRESS. It prints the
// pages, as JSON.
[, $blog, $folder, $site] = $argv;
$_SERVER += ['HTTP_HOST' => '127.0.0.1:8090', 'SERVER_PROTOCOL' => 'HTTP/1.1', 'REQUEST_METHOD' => 'GET'];
define('WP_INSTALLING', true);
require "$blog/wp-load.php";
require ABSPATH . 'wp-admin/includes/upgrade.php';
$admin = wp_install('Buurthuis', 'beheer', 'beheer@buurthuis.example', false, '', 'beheer')['user_id'];
$author = wp_insert_user(['user_login' => 'auteur', 'user_pass' => 'auteur', 'role' => 'author']);
update_option('permalink_structure', '');

$element = fn ($plein) => "<plein-rooster plein=\"$plein\"><a href=\"$site/pleinen/$plein/\">Spreekuren</a></plein-rooster>\n<script src=\"$site/embed/v1.js\" async></script>";
function framed($folder, $page) {
  $html = json_decode(file_get_contents("$folder/oembed/$page.json"))->html;
  return preg_replace('|^.*</blockquote>(.*)$|s', '<div>$1</div>', $html);
}
$html = fn ($code) => "<!-- wp:html -->\n$code\n<!-- /wp:html -->";
$link = fn ($page) => "<!-- wp:embed {\"url\":\"$site/$page/\",\"type\":\"wp-embed\"} -->\n<figure class=\"wp-block-embed is-type-wp-embed\"><div class=\"wp-block-embed__wrapper\">\n$site/$page/\n</div></figure>\n<!-- /wp:embed -->";

$pages = [
  'link-kort' => [$author, $link('pleinen/dorpsloket-udenhout')],
  'link-lang' => [$author, $link('pleinen/lochal-tilburg')],
  'link-soorten' => [$author, "Een partner:\n\n$site/partners/casade/\n\nEen spreekuur:\n\n$site/spreekuren/geld-drunen/\n\nArabisch:\n\n$site/ar/pleinen/plein-goirle/\n\nEinde."],
  'element-auteur' => [$author, $html($element('dorpsloket-udenhout'))],
  'element-beheerder' => [$admin, $html($element('dorpsloket-udenhout'))],
  'kader-auteur' => [$author, $html(framed($folder, 'pleinen/dorpsloket-udenhout'))],
  'kader-beheerder' => [$admin, $html(framed($folder, 'pleinen/dorpsloket-udenhout') . "\n<script src=\"$site/embed/v1.js\" async></script>")],
  'html-auteur' => [$author, $html(file_get_contents("$folder/embed/pleinen/dorpsloket-udenhout/fragment.html"))],
];
$made = [];
foreach ($pages as $name => [$user, $content]) {
  wp_set_current_user($user); // who may paste what
  kses_init();
  $id = wp_insert_post(wp_slash(['post_title' => $name, 'post_content' => $content, 'post_status' => 'publish', 'post_author' => $user]));
  $made[$name] = "/?p=$id";
}
echo json_encode($made);
