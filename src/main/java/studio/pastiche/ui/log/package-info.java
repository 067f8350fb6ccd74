/// The log as the window shows it.
@NullMarked
package studio.pastiche.ui.log;

import org.jspecify.annotations.NullMarked;
