/// What is left to do when the studio can't even open.
@NullMarked
package studio.pastiche.ui.crash;

import org.jspecify.annotations.NullMarked;
