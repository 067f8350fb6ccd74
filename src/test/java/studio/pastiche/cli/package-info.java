@NullMarked
package studio.pastiche.cli;

import org.jspecify.annotations.NullMarked;
