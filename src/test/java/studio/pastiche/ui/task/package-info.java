@NullMarked
package studio.pastiche.ui.task;

import org.jspecify.annotations.NullMarked;
