/// Restyles a picture. Knows no screen, no dialog and no command line.
@NullMarked
package studio.pastiche.engine;

import org.jspecify.annotations.NullMarked;
