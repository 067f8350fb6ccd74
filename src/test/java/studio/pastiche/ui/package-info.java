@NullMarked
package studio.pastiche.ui;

import org.jspecify.annotations.NullMarked;
