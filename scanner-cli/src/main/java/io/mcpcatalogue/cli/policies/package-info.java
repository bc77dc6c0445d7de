/** The commands about policies, and how a policy becomes a file. */
package io.mcpcatalogue.cli.policies;
