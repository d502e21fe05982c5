"""What happens at the front desk, one transaction each: a patient's turn, a staff act, a tick of the clock."""
