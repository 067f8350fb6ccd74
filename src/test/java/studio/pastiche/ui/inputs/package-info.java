@NullMarked
package studio.pastiche.ui.inputs;

import org.jspecify.annotations.NullMarked;
