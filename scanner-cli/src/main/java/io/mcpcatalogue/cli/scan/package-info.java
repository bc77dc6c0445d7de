/**
 * The commands that look for servers and judge them: {@code scan}, {@code classify}, {@code batch},
 * {@code crawl}.
 */
package io.mcpcatalogue.cli.scan;
