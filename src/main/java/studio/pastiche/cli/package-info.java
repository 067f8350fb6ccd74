/// The command line: the only package that prints.
@NullMarked
package studio.pastiche.cli;

import org.jspecify.annotations.NullMarked;
