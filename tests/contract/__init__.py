"""Tests of the contract with programs."""
